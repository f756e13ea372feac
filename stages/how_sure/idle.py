"""Negations that deny nothing of the word they stand on."""

from spacy.tokens import Token

from stages.grammar.voice import other_doer
from stages.words.wordlists import words_of

MANNERS = words_of("alone lightly")  # "did not defect alone"
ONLY = words_of("only just least merely fewer less until")
FEWER = words_of("fewer less more matter")


def is_idle(negation: Token) -> bool:
    """Whether a negation denies nothing: "no fewer than", "not only", "dozens if not hundreds"."""
    doc, at = negation.doc, negation.i
    following = doc[at + 1].lower_ if at + 1 < len(doc) else ""
    if negation.lower_ == "no":
        return following in FEWER
    is_widening = at > 0 and doc[at - 1].lower_ == "if"  # "dozens if not hundreds"
    return (
        is_widening
        or following in ONLY
        or _is_of_manner(negation)
        or _is_only_late(negation)
        or other_doer(negation.head) is not None
    )


def _is_of_manner(negation: Token) -> bool:
    """ "did not defect alone": he did, and others with him."""
    verb = negation.head
    is_past = any(child.lower_ in {"did", "was", "were", "had", "has", "have"} for child in verb.lefts)
    return is_past and any(child.dep_ == "advmod" and child.lower_ in MANNERS for child in verb.rights)


def _is_only_late(negation: Token) -> bool:
    """ "were not released until Friday", "did not leave until they were paid": so they did, then."""
    verb = negation.head
    is_past = any(child.lower_ in {"did", "was", "were", "had"} for child in verb.lefts)
    if not is_past or not verb.tag_.startswith("VB"):
        return False
    under = (word for child in verb.rights if child.dep_ in {"obl", "advcl", "nmod", "advmod"} for word in child.lefts)
    return any(word.lower_ == "until" for word in under)
