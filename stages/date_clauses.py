"""Whether a date that an event might reach is of another clause or thing: of what came later, of a vote."""

from spacy.tokens import Token

VOTES = frozenset({"election", "vote", "poll", "referendum", "summit", "anniversary"})


def is_of_other_clause(falling: list[Token], last: Token) -> bool:
    """Whether the way down to a date, whose last word is given, leads through what has a day of its own."""
    is_of_vote = len(falling) > 1 and falling[1].lower_.rstrip("s") in VOTES  # "a boycott of April's elections"
    is_later = last.lower_ == "later" and any(token.tag_.startswith("VB") for token in falling[1:])
    return is_later or (is_of_vote and falling[0].i < falling[1].i)
