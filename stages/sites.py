"""Where an event happened: the place that governs its trigger, with its container."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

from stages.agreement import is_verbal
from stages.heads import SPELLINGS, case_of, obliques_of
from stages.noun_phrases import classes_of, phrase_of
from stages.place_names import DEFINITE, Places
from stages.roles import Role, Roles
from stages.speech import is_speech_verb
from stages.triggers import Trigger
from stages.vocab import Vocab
from stages.wordlists import words_of

AT = words_of("in at near on outside around across inside throughout of over along off under beside between within")
AWAY = words_of("from to into toward with by for against about than as according via through like until since")
KINDS = words_of("""
    province governorate district region city town village area state county suburb neighbourhood neighborhood
    camp valley island airport base square
""")
TOO_COMMON = words_of("street streets side ground front way road roads position positions location state land")
PHYSICAL = words_of("attack clash killing wounding protest riot siege looting seizure abduction torture")
SET_AT = words_of("in at near outside across inside of over")
OPENINGS = frozenset({":", "–", "-", ",", "—"})
AREAS = words_of("outskirts north south east west part parts center centre middle edge heart all most streets")
FROM_THERE = frozenset({"abduction", "arrest", "displacement", "withdrawal"})
FARTHEST = 5.0  # steps in the tree


@dataclass(frozen=True, slots=True)
class Site:
    """A place as written, its head, and the rule that found it."""

    span: Span
    head: Token
    rule: str


def site_of(trigger: Trigger, roles: Roles, vocab: Vocab, places: Places) -> Site | None:
    """The place of an event: what the frame says, the nearest name that locates it, or the place it is done to."""
    given = roles.get("place")
    if given is not None:
        return site_at(given.head, given.rule, places)
    antecedent = _where(trigger.head)
    if antecedent is not None and places.at(antecedent) is not None:
        return site_at(antecedent, "the place its relative clause is said of", places)
    sent = trigger.head.sent
    named = [(_cost(trigger, roles, place, vocab), place) for place in places.within(sent.start, sent.end)]
    named += [(_cost(trigger, roles, sent.doc[at : at + 1], vocab), sent.doc[at : at + 1])
              for at in places.described if sent.start <= at < sent.end]  # fmt: skip
    reached = [(cost, place.start, place) for cost, place in named if cost is not None and cost <= FARTHEST]
    if reached:
        cost, _, place = min(reached, key=lambda item: item[:2])
        return site_at(place.root, f"name {cost:g} steps away", places)
    return _described(trigger, roles, vocab, places) or _of_target(roles, places) or _only_one(trigger, roles, places)


def site_at(head: Token, rule: str, places: Places) -> Site:
    """The place that a head names or describes."""
    name = places.at(head)
    if name is not None:
        return Site(with_container(name, places), head, rule)
    inside = [near for near in places.within(head.i, head.i + 6) if head.is_ancestor(near.root)]
    if head.lower_ in KINDS | DEFINITE and inside and case_of(inside[0].root) in {"of", None}:
        return Site(with_container(inside[0], places), inside[0].root, rule)
    earlier = places.described.get(head.i)
    if earlier is not None:
        return Site(earlier, earlier.root, f"{rule}, the {head.lower_} resolved")
    return Site(phrase_of(head, is_listed=False), head, rule)


def with_container(place: Span, places: Places) -> Span:
    """A place name with its kind and the container written beside it: "Quriya, Deir ez-Zor province"."""
    doc, end = place.doc, place.end
    if end < len(doc) and doc[end].lower_ in KINDS:
        end += 1
    at = end
    while at < len(doc) and at - end < 3 and doc[at].lower_ in {",", "in", "of", "the", "("}:
        at += 1
    for name in places.within(at, at + 8):
        if name.start == at and at > end and doc[end].lower_ != "the":
            stop = name.end + 1 if name.end < len(doc) and doc[name.end].lower_ in KINDS else name.end
            return doc[place.start : stop]
    return doc[place.start : end]


def _cost(trigger: Trigger, roles: Roles, place: Span, vocab: Vocab) -> float | None:
    """Steps in the tree from the trigger to a place name; None where the name says something else."""
    root = place.root
    for name in ("actor", "recipient", "destination"):
        role = roles.get(name)
        if role is not None and any(token.i == root.i for token in role.span):
            return None
    carrier = _carrier(root)
    target = roles.get("target")
    is_in_target = target is not None and _locates(target, root, vocab)
    case = case_of(carrier) or word_before(place)
    is_origin = case == "from" and trigger.sense.type_code in FROM_THERE
    is_elsewhere = (case in AWAY and not is_origin) or _is_of_another(carrier, root, case, trigger, vocab)
    path = _shortest_path(trigger, carrier)
    if path is None or (is_elsewhere and not is_in_target):
        return None
    cost = float(len(path))
    cost += sum(3.0 for token in path if token != trigger.head and is_speech_verb(token))
    cost += sum(1.5 for token in path if token != trigger.head and is_verbal(token))
    if case is not None or is_in_target:
        return cost
    is_first = root.i <= trigger.head.sent.start + 1 and root.doc[place.end : place.end + 1].text in OPENINGS
    if root.dep_ in {"nsubj", "nsubj:pass", "obj", "nmod:poss"} and not is_first:
        return None
    return cost + (0.5 if is_first else 2.0)


def _where(verb: Token) -> Token | None:
    """The noun of a clause with "where": "China, where he defected"."""
    is_relative = verb.dep_ in {"acl:relcl", "acl", "advcl"} and any(child.lower_ == "where" for child in verb.children)
    return verb.head if is_relative else None


def _shortest_path(trigger: Trigger, place: Token) -> list[Token] | None:
    """The shortest way to a place from the trigger, or from the light verb above it."""
    anchors = [trigger.head, *(trigger.arguments.get("governor") if is_governed(trigger) else ())]
    return min(
        (path for path in (_path(anchor, place) for anchor in anchors) if path is not None), key=len, default=None
    )


def _is_of_another(carrier: Token, root: Token, case: str | None, trigger: Trigger, vocab: Vocab) -> bool:
    """Whether a name belongs to people ("the Homs fighters") or to another thing ("control of Libya")."""
    if carrier != root and "people" in classes_of(carrier, vocab):
        return True
    above = carrier.head
    is_area = "place" in vocab.classes_of(above.lower_) or above.lower_ in KINDS | AREAS
    return case == "of" and above != trigger.head and not is_area


def _locates(target: Role, root: Token, vocab: Vocab) -> bool:
    """Whether a name in a target's phrase says where: "a market in Idlib", and not "the Chibok schoolgirls"."""
    if all(token.i != root.i for token in target.span):
        return False
    return target.head.i == root.i or "people" not in classes_of(target.head, vocab)


def is_governed(trigger: Trigger) -> bool:
    """Whether a light verb stands above a noun trigger, so that what locates the verb locates the event."""
    return any(function.startswith("light") for function in trigger.arguments.of) or trigger.head.dep_.startswith(
        "nsubj"
    )


def word_before(place: Span) -> str | None:
    """The preposition written before a name, a few adjectives or nouns aside, whatever the tree says."""
    doc, at = place.doc, place.start - 1
    while at >= place.sent.start and place.start - at <= 5:
        token = doc[at]
        if token.tag_ in {"IN", "TO"}:
            return SPELLINGS.get(token.lower_, token.lower_)
        if token.tag_ not in {"DT", "JJ", "VBG", "NN", "NNP", "HYPH", "VBN", "CD"}:
            return None
        at -= 1
    return None


def _carrier(root: Token) -> Token:
    """The head that carries the preposition of a name: province in "in Idlib province"."""
    token = root
    while token.dep_ in {"compound", "flat", "amod", "nmod:desc", "appos", "conj"} and token.head != token:
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


def _described(trigger: Trigger, roles: Roles, vocab: Vocab, places: Places) -> Site | None:
    """A place that is described and not named: "on the outskirts", "in the city"."""
    target = roles.get("target")
    governors = trigger.arguments.get("governor") if is_governed(trigger) else ()
    for function in ("in", "at", "on", "near", "outside", "across", "around"):
        governed = [head for verb in governors for head in obliques_of(verb).get(function, ())]
        for head in (*trigger.arguments.get(function), *governed):
            is_done_to = target is not None and target.head.i == head.i
            is_place = "place" in vocab.classes_of(head.lower_) and head.lower_ not in TOO_COMMON
            if is_place and not is_done_to and head.dep_ in {"obl", "nmod"}:
                return site_at(head, f"described by {function}", places)
    return None


def _only_one(trigger: Trigger, roles: Roles, places: Places) -> Site | None:
    """The one place at which a sentence sets things, where the tree leads to none: for deeds that have a place."""
    if trigger.sense.type_code not in PHYSICAL:
        return None
    sent = trigger.head.sent
    taken = {token.i for name in ("actor", "recipient", "destination") for token in _words(roles, name)}
    said = [sent.doc[at : at + 1] for at in places.described if sent.start <= at < sent.end]
    near = [name for name in (*places.within(sent.start, sent.end), *said) if name.start not in taken]
    located = [name for name in near if word_before(name) in SET_AT]
    if not located or len({name.text for name in near}) != len({name.text for name in located}):
        return None
    return site_at(located[0].root, "the only place of the sentence", places)


def _words(roles: Roles, name: str) -> list[Token]:
    role = roles.get(name)
    return list(role.span) if role is not None else []


def _of_target(roles: Roles, places: Places) -> Site | None:
    target = roles.get("target")
    if target is None or places.at(target.head) is None:
        return None
    return site_at(target.head, "the place it is done to", places)
