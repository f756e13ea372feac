"""Where an event happened: the place that governs its trigger, with its container."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from stages.agreement import is_verbal
from stages.heads import case_of
from stages.noun_phrases import phrase_of
from stages.roles import Role, Roles
from stages.speech import is_speech_verb
from stages.triggers import Trigger
from stages.vocab import Vocab

PLACE_LABELS = frozenset({"LOC", "GPE", "FAC"})
AT = frozenset("in at near on outside around across inside throughout of over along off under beside between "
               "within".split())  # fmt: skip
AWAY = frozenset("from to into toward with by for against about than as according via through like until since".split())
KINDS = frozenset("province governorate district region city town village area state county suburb neighbourhood "
                  "neighborhood camp valley island airport base square".split())  # fmt: skip
DEFINITE = frozenset("city town village province region country capital area district neighbourhood neighborhood "
                     "island camp enclave territory port".split())  # fmt: skip
FARTHEST = 5.0  # steps in the tree


@dataclass(frozen=True, slots=True)
class Site:
    """A place as written, its head, and the rule that found it."""

    span: Span
    head: Token
    rule: str


def places_in(sent: Span) -> list[Span]:
    """The place names of a sentence, in order."""
    return [ent for ent in sent.ents if ent.label_ in PLACE_LABELS]


def site_of(trigger: Trigger, roles: Roles, vocab: Vocab) -> Site | None:
    """The place of an event: what the frame says, the nearest name that locates it, or the place it is done to."""
    given = roles.get("place")
    if given is not None:
        return site_at(given.head, given.rule)
    named = [(_cost(trigger, roles, place), place) for place in places_in(trigger.head.sent)]
    reached = [(cost, place.start, place) for cost, place in named if cost is not None and cost <= FARTHEST]
    if reached:
        cost, _, place = min(reached, key=lambda item: item[:2])
        return Site(with_container(place), place.root, f"name {cost:g} steps away")
    return _described(trigger, vocab) or _of_target(roles)


def site_at(head: Token, rule: str) -> Site:
    """The place that a head names or describes."""
    for ent in head.sent.ents:
        if ent.start <= head.i < ent.end and ent.label_ in PLACE_LABELS:
            return Site(with_container(ent), head, rule)
    inside = [ent for ent in places_in(head.sent) if head.is_ancestor(ent.root) and ent.start - head.i <= 4]
    if head.lower_ in KINDS | DEFINITE and inside and case_of(inside[0].root) in {"of", None}:
        return Site(with_container(inside[0]), inside[0].root, rule)
    earlier = _last_name(head) if head.lower_ in DEFINITE and _is_definite(head) else None
    if earlier is not None:
        return Site(earlier, earlier.root, f"{rule}, the {head.lower_} resolved")
    return Site(phrase_of(head, is_listed=False), head, rule)


def _is_definite(head: Token) -> bool:
    modifiers = [
        child for child in head.children if child.dep_ in {"amod", "compound", "nmod", "nmod:poss", "acl:relcl"}
    ]
    return not modifiers and any(
        child.dep_ == "det" and child.lower_ in {"the", "this", "that"} for child in head.children
    )


def _last_name(head: Token) -> Span | None:
    """The last place named before a description such as "the city"."""
    earlier = [ent for ent in head.doc.ents if ent.end <= head.i and ent.label_ in PLACE_LABELS]
    return earlier[-1] if earlier else None


def with_container(place: Span) -> Span:
    """A place name with its kind and the container written beside it: "Quriya, Deir ez-Zor province"."""
    doc, end = place.doc, place.end
    if end < len(doc) and doc[end].lower_ in KINDS:
        end += 1
    at = end
    while at < len(doc) and at - end < 3 and doc[at].lower_ in {",", "in", "of", "the", "("}:
        at += 1
    for ent in place.sent.ents:
        if ent.start == at and at > end and ent.label_ in PLACE_LABELS and doc[end].lower_ != "the":
            stop = ent.end + 1 if ent.end < len(doc) and doc[ent.end].lower_ in KINDS else ent.end
            return doc[place.start : stop]
    return doc[place.start : end]


def _cost(trigger: Trigger, roles: Roles, place: Span) -> float | None:
    """Steps in the tree from the trigger to a place name; None where the name says something else."""
    root = place.root
    for name in ("actor", "recipient", "destination"):
        role = roles.get(name)
        if role is not None and any(token.i == root.i for token in role.span):
            return None
    path = _path(trigger.head, root)
    if path is None:
        return None
    case = case_of(_carrier(root))
    target = roles.get("target")
    is_in_target = target is not None and any(token.i == root.i for token in target.span)
    if case in AWAY and not is_in_target:
        return None
    cost = float(len(path))
    cost += sum(3.0 for token in path if token is not trigger.head and is_speech_verb(token))
    cost += sum(1.5 for token in path if token is not trigger.head and is_verbal(token))
    if case is None and not is_in_target:
        is_opening = root.i <= trigger.head.sent.start + 1 and root.doc[place.end : place.end + 1].text in {
            ":",
            "–",
            "-",
            ",",
        }
        cost += 0.5 if is_opening else 2.0
        if root.dep_ in {"nsubj", "nsubj:pass", "obj", "nmod:poss"} and not is_opening:
            return None
    return cost


def _carrier(root: Token) -> Token:
    """The head that carries the preposition of a name: province in "in Idlib province"."""
    token = root
    while token.dep_ in {"compound", "flat", "amod", "nmod:desc", "appos", "conj"} and token.head is not token:
        token = token.head
    if case_of(token) == "of" and token.head.lower_ in KINDS | {
        "outskirts",
        "north",
        "south",
        "east",
        "west",
        "part",
        "parts",
    }:
        return token.head
    return token


def _path(first: Token, second: Token) -> list[Token] | None:
    """The tokens between two in the tree, both ends left out of the count of the second."""
    above_first = [first, *first.ancestors]
    above_second = [second, *second.ancestors]
    shared = next((token for token in above_first if token in above_second), None)
    if shared is None:
        return None
    return above_first[: above_first.index(shared) + 1] + above_second[1 : above_second.index(shared)]


def _described(trigger: Trigger, vocab: Vocab) -> Site | None:
    """A place that is described and not named: "on the outskirts", "in the city"."""
    for function in ("in", "at", "on", "near", "outside", "across", "around"):
        for head in trigger.arguments.get(function):
            if "place" in vocab.classes_of(head.lower_) and head.dep_ in {"obl", "nmod"}:
                return site_at(head, f"described by {function}")
    return None


def _of_target(roles: Roles) -> Site | None:
    target = roles.get("target")
    if target is None or not _names_place(target):
        return None
    return site_at(target.head, "the place it is done to")


def _names_place(role: Role) -> bool:
    return role.head.ent_type_ in PLACE_LABELS


def linked(trigger: Trigger, others: list[Trigger]) -> Iterator[Trigger]:
    """Other triggers whose event is the same happening: "killed in an air strike", "the raid killed ten"."""
    for other in others:
        if other is trigger:
            continue
        if other.head.head is trigger.head or trigger.head.head is other.head:
            yield other
