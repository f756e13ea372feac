"""Whether a date that an event might reach is of another clause or thing: of what came later, of a vote."""

from spacy.tokens import Token

UNITS = frozenset({"minute", "hour", "day", "week", "month", "year"})
BESIDE = frozenset({"after", "before"})
VOTES = frozenset({"election", "vote", "poll", "referendum", "summit", "anniversary"})


def is_through_another(falling: list[Token], last: Token) -> bool:
    """Whether the way down to a date, whose last word is given, leads through what has a day of its own."""
    is_of_vote = len(falling) > 1 and falling[1].lower_.rstrip("s") in VOTES  # "a boycott of April's elections"
    is_later = last.lower_ == "later" and any(token.tag_.startswith("VB") for token in falling[1:])
    return is_later or (is_of_vote and falling[0].i < falling[1].i)


def is_counted_from(rising: list[Token]) -> bool:
    """Whether the trigger is what a date is counted from, or took days of its own to end on it.

    "fled on Monday, two days after snipers fired", "took the town on Monday after a six-week siege".
    """
    return any(
        (word.lower_ in BESIDE and word.i and _is_unit(word.nbor(-1)))
        or (_is_unit(word) and word.nbor(1).lower_ in BESIDE)
        or (word.lower_ == "after" and word.dep_ == "case" and any(_is_unit(below) for below in token.lefts))
        for token in rising
        for word in _before(token)
    )


def _before(token: Token) -> list[Token]:
    return [word for child in token.lefts for word in (child, *child.lefts)]


def _is_unit(word: Token) -> bool:
    return word.lower_.removesuffix("s") in UNITS
