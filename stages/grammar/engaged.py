"""Who is at what a noun tells of: at war, on a visit."""

from spacy.tokens import Token

from stages.parsing.heads import case_of


def at_war(noun: Token) -> tuple[str, Token, str] | None:
    """ "Chad is at war with Libya", "the two have been at war for years"."""
    is_said = noun.lower_ == "war" and case_of(noun) == "at" and any(child.dep_ == "cop" for child in noun.lefts)
    subject = next((child for child in noun.lefts if child.dep_ == "nsubj"), None)
    return ("by", subject, "at war") if is_said and subject is not None else None


def on_visit(noun: Token) -> tuple[str, Token, str] | None:
    """ "Mr Mehta, on a visit to Oslo, said": whoever is on a visit visits."""
    is_on = noun.dep_ == "nmod" and case_of(noun) == "on" and noun.lower_ in {"visit", "tour"}
    return ("by", noun.head, "on a visit") if is_on and noun.head.ent_type_ == "PERSON" else None
