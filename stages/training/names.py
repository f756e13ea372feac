"""Texts with marked names as spaCy Docs, and copies of them with other names put in."""

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, Span

from stages.training.casing import upper

LABELS = ("PERSON", "ORG", "LOC")


class BadNames(ValueError):
    """A marked name that lies outside its text, overlaps another, or bears an unknown label."""


UNKNOWN = "?"  # the label of a span of which the data do not say what it is


@dataclass(frozen=True)
class Named:
    """A text and its names as (start, end, label), in document order and without overlap."""

    text: str
    names: tuple[tuple[int, int, str], ...]

    def __post_init__(self) -> None:
        reached = 0
        for start, end, label in self.names:
            if label not in (*LABELS, UNKNOWN):
                raise BadNames(f"unknown label {label!r} in {self.text[:60]!r}")
            if not reached <= start < end <= len(self.text):
                raise BadNames(f"name at {start}-{end} overlaps another or leaves the text {self.text[:60]!r}")
            reached = end


def named_of(row: dict[str, object]) -> Named:
    """A row of the name data (`text`, `ents` as [start, end, label]); of overlapping names the first and longest."""
    text, ents = str(row["text"]), row["ents"]
    if not isinstance(ents, list):
        raise BadNames(f"names are no list in {text[:60]!r}")
    kept: list[tuple[int, int, str]] = []
    for start, end, label in sorted(ents, key=lambda ent: (ent[0], -ent[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((int(start), int(end), str(label)))
    return Named(text, tuple(kept))


def doc_of(named: Named, tokenizer: Tokenizer) -> Doc:
    """The tokenized text with its names; a name that cuts through a token leaves that token's label unknown."""
    doc: Doc = tokenizer(named.text)
    spans: list[Span] = []
    unknown: set[int] = set()
    for start, end, label in named.names:
        span = doc.char_span(start, end, label=label)
        if span is not None and label != UNKNOWN:
            spans.append(span)
        elif (around := doc.char_span(start, end, alignment_mode="expand")) is not None:
            unknown |= {token.i for token in around}
    unknown -= {token.i for span in spans for token in span}
    doc.set_ents(spans, missing=[doc[at : at + 1] for at in sorted(unknown)], default="outside")
    return doc


def with_names_replaced(named: Named, name_for: Callable[[str, str], str]) -> Named:
    """A copy in which each name (label, old spelling) gives way to another; one name is replaced alike throughout."""
    chosen: dict[tuple[str, str], str] = {}
    parts: list[str] = []
    names: list[tuple[int, int, str]] = []
    reached = length = 0
    for start, end, label in named.names:
        old = named.text[start:end]
        if (label, old) not in chosen:
            chosen[label, old] = old if label == UNKNOWN else name_for(label, old)
        new = chosen[label, old]
        between = named.text[reached:start]
        at = length + len(between)
        parts += [between, new]
        names.append((at, at + len(new), label))
        reached, length = end, at + len(new)
    return Named("".join([*parts, named.text[reached:]]), tuple(names))


def in_capitals(named: Named) -> Named:
    """The text as an upper-case wire prints it."""
    return Named(upper(named.text), named.names)
