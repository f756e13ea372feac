"""What is compared: statements, names and articles, in one shape whether people or the pipeline made them."""

from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim as the annotation guide has it; `start_char` and `end_char` are its sentence in the raw text.

    `others` are further places of the same headline. An optional statement is doubtful: neither asked for nor punished.
    """

    document: str
    type_code: str
    start_char: int
    end_char: int
    trigger: str | None = None
    status: str | None = None
    source: str | None = None
    actor: str | None = None
    target: str | None = None
    recipient: str | None = None
    ranks: tuple[str, ...] = ()
    count_low: int | None = None
    count_high: int | None = None
    place: str | None = None
    destination: str | None = None
    date_text: str | None = None
    date: str | None = None
    is_optional: bool = False
    others: tuple[Span, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        """Every place where it stands."""
        return ((self.start_char, self.end_char), *self.others)

    @property
    def count(self) -> tuple[int | None, int | None] | None:
        """The range of people; null when nothing is said."""
        return None if self.count_low is None and self.count_high is None else (self.count_low, self.count_high)

    def text_of(self, slot: str) -> str | None:
        """The words of one of the slots SLOTS_OF_TEXT; null when it is empty."""
        return getattr(self, slot) or None


SLOTS_OF_TEXT = ("source", "actor", "target", "recipient", "place", "destination", "date_text")


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands in the raw text; the labels are PERSON, ORG and LOC."""

    document: str
    start_char: int
    end_char: int
    label: str
    is_optional: bool = False

    def meets(self, other: "Name") -> bool:
        """Whether the two share a character."""
        return self.document == other.document and self.start_char < other.end_char and other.start_char < self.end_char

    @property
    def exactly(self) -> tuple[str, int, int, str]:
        """What must be the same for the name to be right."""
        return self.document, self.start_char, self.end_char, self.label


@dataclass(frozen=True, slots=True)
class Article:
    """The headline and the raw character ranges of an article on its page."""

    document: str
    title: str | None
    body: tuple[Span, ...]

    def holds(self, start_char: int, end_char: int) -> bool:
        """Whether one of the ranges holds the whole span."""
        return any(start <= start_char and end_char <= end for start, end in self.body)

    def touches(self, start_char: int, end_char: int) -> bool:
        """Whether one of the ranges shares a character with the span."""
        return any(min(end_char, end) > max(start_char, start) for start, end in self.body)


@dataclass(frozen=True, slots=True)
class Annotations:
    """Everything that is compared of a number of documents."""

    statements: tuple[Statement, ...] = ()
    names: tuple[Name, ...] = ()
    articles: tuple[Article, ...] = ()
