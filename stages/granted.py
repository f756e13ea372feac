"""Steps up the tree from an event, and the events that stand beside what is said as known, whatever is said."""

from typing import NamedTuple

from spacy.tokens import Token

from stages import modality
from stages.markers import Status
from stages.speech import lemma_of

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass", "nsubj:outer"})
BESIDE = ("in", "for", "over", "after", "during", "since", "before", "amid", "following")


class Link(NamedTuple):
    """One step up the tree: a word, its relation, and the word above."""

    token: Token
    relation: str
    head: Token


def is_taken_for_granted(noun: Token) -> bool:
    """ "charged in the killings", "no casualties in the attack": a known event beside what is said of another thing."""
    children = {(child.dep_, child.lower_) for child in noun.children if child.i < noun.i}
    return ("det", "the") in children and any(("case", word) in children for word in BESIDE)


def is_set_beside(link: Link) -> bool:
    """ "denied the rumours after a man had shot two": a clause of time, whatever the parser made of it."""
    is_clause = link.relation in {"ccomp", "advcl", "dep"} and has_subject(link.token)
    return is_clause and link.head.i < link.token.i and link.token.left_edge.lower_ in {"after", "when", "while"}


def still_open(found: list[Status]) -> list[Status]:
    """What bears on an event taken for granted all the same: a plan, a possibility, an outright denial."""
    return [status for status in found if status.code in {"planned", "possible"} or status.rule in modality.DENYING]


def has_subject(token: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in token.children)


def is_told_of(verb: Token) -> bool:
    """ "insists that it has been working": what is or was, and no wish "that it be done"."""
    forms = {child.lower_ for child in verb.children if child.dep_ in {"aux", "aux:pass", "cop"}}
    return verb.tag_ in {"VBD", "VBZ"} or bool(
        forms & {"has", "have", "had", "was", "were", "is", "are", "did", "does"}
    )


def is_prepared(link: Link, lemma: str) -> bool:
    """ "set the stage for fighting", "paved the way for a ceasefire", wherever the parser hung the event."""
    verb = link.head.head if lemma in modality.STAGES else link.head
    things = {child.lower_ for child in verb.children if child.dep_ == "obj"}
    is_for = any(child.dep_ == "case" and child.lower_ == "for" for child in link.token.children)
    return is_for and lemma_of(verb) in {"set", "pave", "prepare", "clear"} and bool(things & modality.STAGES)
