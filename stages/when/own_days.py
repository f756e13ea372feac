"""What has days of its own beside a date: what is remembered or defied, what did not come about, a second clause."""

from spacy.tokens import Token

from stages.parsing.heads import NOUN_SUBJECTS, case_of
from stages.when.clauses import REMEMBERED, is_set_against


def is_commemorated(rising: list[Token]) -> bool:
    """ "Sunday was the tenth anniversary of the raid": the day is not that of what is remembered on it."""
    return any(case_of(token) == "of" and token.head.lower_ in REMEMBERED for token in rising)


def is_of_thwarted(rising: list[Token]) -> bool:
    """ "were to meet on 3 May, but the king called the visit off": the day is that of what did not come about."""
    return any(token.dep_ == "conj" and is_set_against(token) and _was_ahead(token.head) for token in rising)


def _was_ahead(verb: Token) -> bool:
    """ "was to open", "had been due to open": what had been planned."""
    words = {child.lower_ for child in verb.lefts}
    is_due = verb.lower_ in {"due", "scheduled", "planned", "expected", "supposed"}
    return is_due or ("to" in words and bool(words & {"was", "were"}))


def is_second_relative(verb: Token) -> bool:
    """ "who called the march and who was held on Monday": each has days of its own."""
    return any(child.dep_ in NOUN_SUBJECTS and child.tag_ in {"WP", "WDT"} for child in verb.lefts)


def is_defied(rising: list[Token]) -> bool:
    """ "opened on Friday despite calls for a strike", "quit in protest at the killing": the day is of what was done."""
    return any(
        child.dep_ == "case" and (child.lower_ == "despite" or (child.lower_, token.lower_) == ("in", "protest"))
        for token in rising
        for child in token.lefts
    )


def is_open(token: Token) -> bool:
    """ "raised doubt on Sunday about whether they will be freed": the doubt has a day."""
    return any(child.dep_ in {"mark", "advmod"} and child.lower_ == "whether" for child in token.lefts)


def is_another(token: Token) -> bool:
    """A thing named as an example, and what is still to be done: "have gone and will be back within two days"."""
    if any(child.dep_ == "case" and child.lower_ == "including" for child in token.lefts):
        return True
    is_ahead = any(child.tag_ == "MD" for child in token.lefts)
    is_told = not any(child.tag_ == "MD" for child in token.head.lefts)
    return token.dep_ == "conj" and token.tag_.startswith("VB") and is_ahead and is_told


def is_of_second(rising: list[Token], falling: list[Token]) -> bool:
    """ "vowed to fight on and seized two villages on Monday": what was vowed has no day."""
    is_told = any(token.dep_ == "conj" and token.tag_ == "VBD" for token in falling)
    return is_told and any(token.dep_ == "xcomp" and token.tag_ == "VB" for token in rising)
