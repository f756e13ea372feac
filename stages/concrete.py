"""Whether a trigger tells of an event, or only refers to one told elsewhere."""

from __future__ import annotations

from spacy.tokens import Token

from stages.clauses import Arguments
from stages.heads import case_of
from stages.noun_phrases import classes_of
from stages.nominals import governor_of
from stages.vocab import Sense, Vocab

ANAPHORIC = frozenset("this that these those such any its their his her recent both each either".split())
TELLING_ROLES = ("by", "of", "between", "among", "against", "on", "poss", "compound", "amod", "from", "light_actor",
                 "light_target", "with", "to")  # fmt: skip
TELLING = frozenset(
    {"people", "side", "agent", "placename", "place", "site", "building", "vehicle", "aircraft", "name", "number"}
)
ACCORDS = frozenset({"ceasefire"})
COUNTS = frozenset({"n_toll", "n_detainee", "n_refugee", "state_patient"})
TIMES = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today january february march april "
                  "may june july august september october november december week month year overnight night morning "
                  "weekend".split())  # fmt: skip


def is_concrete(head: Token, sense: Sense, arguments: Arguments, vocab: Vocab) -> bool:
    """Whether something is told of the event: a verb tells; a noun does with a role, place, day, number or light verb."""
    if sense.pos == "verb" or sense.type_code in ACCORDS or sense.frame in COUNTS:
        return True
    governor = governor_of(head, vocab)
    is_light = governor is not None and governor.role is not None
    has_role = _has_role(head, arguments, vocab)
    if any(child.dep_ == "det" and child.lower_ in ANAPHORIC for child in head.children) or _is_anaphor(head):
        return (has_role and _has_setting(head, arguments)) or (is_light and _has_setting(head, arguments)) or has_role
    return has_role or is_light or _has_setting(head, arguments) or _is_fragment(head)


def _is_anaphor(head: Token) -> bool:
    return any(
        child.lower_ in ANAPHORIC and child.dep_ in {"amod", "nmod:poss", "det:predet"} for child in head.children
    )


def _has_role(head: Token, arguments: Arguments, vocab: Vocab) -> bool:
    for function in TELLING_ROLES:
        for filler in arguments.get(function):
            if filler.lower_ in {"it", "its", "this", "that", "their", "they"} and function == "poss":
                continue
            if not classes_of(filler, vocab).isdisjoint(TELLING):
                return True
    return False


def _has_setting(head: Token, arguments: Arguments) -> bool:
    """Whether a day, a number, or a place by "in" or "across" stands with the noun."""
    for child in head.children:
        if child.dep_ == "nummod" or child.lower_ in TIMES:
            return True
        if child.dep_ == "nmod" and (
            case_of(child) in {"in", "across", "near", "at", "around", "outside"} or child.lower_ in TIMES
        ):
            return True
    return any(arguments.get(function) for function in ("in", "across", "near", "around"))


def _is_fragment(head: Token) -> bool:
    """A noun that is a sentence of its own: a headline or a list."""
    token = head
    while token.dep_ in {"conj", "appos", "list"} and token.head is not token:
        token = token.head
    return token.dep_ == "ROOT"
