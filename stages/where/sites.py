"""Where an event happened: the place that governs its trigger, with its container."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span, Token

from stages.grammar.agreement import is_verbal
from stages.grammar.noun_phrases import classes_of
from stages.naming.described_places import is_owning
from stages.naming.named_sites import ROADS, SITES
from stages.naming.place_names import Places
from stages.parsing.heads import case_of
from stages.roles import Role, Roles
from stages.triggers import Trigger
from stages.where.containers import KINDS, with_container
from stages.where.elsewhere import is_afield
from stages.where.far_sites import (
    SAID,
    SPREADING,
    SUFFERED,
    described_site,
    is_beside,
    site_after,
)
from stages.where.other_clauses import is_of_described, is_of_other_clause, is_of_sibling, is_told_there, place_of_where
from stages.where.other_places import (
    BEARERS,
    is_done_there,
    is_in_title,
    is_of_another,
    is_of_later_clause,
    is_of_other_news,
    is_of_topic,
    is_of_word_behind,
    is_of_words,
    is_oust,
    is_posting,
    is_way,
    is_way_there,
    was_left,
)
from stages.where.site_phrases import (
    NEAR,
    SPREAD,
    Site,
    is_governed,
    is_label,
    is_of_clause_above,
    site_at,
    word_before,
    written_at,
)
from stages.where.unlinked_sites import site_unlinked
from stages.words.speech import is_speech_verb
from stages.words.vocab import Vocab
from stages.words.wordlists import words_of

AT = words_of("in at near on outside around across inside throughout of over along off under beside between within")
AWAY = words_of("from to into toward with by for against about than as according via through like until since between")
SIDED = SAID | {"sanction", "clash", "cooperation", "agreement"}  # done to or with a country, and not in it
WALKED = frozenset({"protest", "riot", "looting"})  # "marched through Oslo"
FARTHEST = 5.0  # steps in the tree
ALONG = frozenset({"on", "along", "near", "off"})
OPENING = 1.5  # steps added to "In Idlib, ...": a place named with the deed itself lies within it
FORCES = frozenset({"force", "police", "organisation", "militarything", "troops"})
# "the streets of Karachi": where a phrase with "of" is in the place it names.
PARTS = KINDS | words_of("outskirts north south east west part parts hill mountain street suburb centre center heart")


def site_of(trigger: Trigger, roles: Roles, vocab: Vocab, places: Places) -> Site | None:
    """The place of an event: what the frame says, the nearest name that locates it, or the place it is done to."""
    given = roles.get("place")
    if given is not None:
        return site_at(given.head, given.rule, places)
    antecedent = place_of_where(trigger.head)
    if antecedent is not None and (places.at(antecedent) is not None or antecedent.tag_ == "NNP"):
        return site_at(antecedent, "the place its relative clause is said of", places)
    sent = trigger.head.sent
    aims = _aims(roles, places)
    inside = [place for place in places.within(sent.start, sent.end) if place.start not in aims]
    named = [(_cost(trigger, roles, place, vocab), place) for place in inside]
    meant = [at for at in places.described if sent.start <= at < sent.end and not is_owning(sent.doc[at])]
    named += [(_cost(trigger, roles, sent.doc[at : at + 1], vocab), sent.doc[at : at + 1]) for at in meant]
    reached = [(cost, place.start, place) for cost, place in named if cost is not None and cost <= FARTHEST]
    cost, _, place = min(
        reached, key=lambda item: (item[0] + OPENING * _opens(item[2]), item[1]), default=(FARTHEST, 0, None)
    )
    place = next((each for _, _, each in reached if place is not None and _is_container(place, each, places)), place)
    if place is not None and cost < NEAR:
        return replace(site_at(place.root, f"name {cost:g} steps away", places), steps=cost + OPENING * _opens(place))
    behind = site_after(trigger, roles, places)
    if behind is not None and not (is_of_topic(behind.head, trigger) or is_of_sibling(behind.head, trigger.head)):
        return behind
    if place is not None and trigger.sense.type_code not in SAID:
        return replace(site_at(place.root, f"name {cost:g} steps away", places), steps=cost + OPENING * _opens(place))
    site = described_site(trigger, roles, vocab, places) or site_unlinked(trigger, roles, places)
    return replace(site, steps=NEAR) if site is not None else None


def _aims(roles: Roles, places: Places) -> range:
    """The tokens of all places that people make for: "fled to Chad, Niger and Mali"."""
    aim = roles.get("destination")
    name = places.at(aim.head) if aim is not None else None
    span = written_at(name, places) if name is not None else None
    return range(span.start, span.end) if span is not None else range(0)


def _is_container(place: Span, other: Span, places: Places) -> bool:
    """Whether a place only says where the one right before it lies: the state of "Gamboru, in Borno state"."""
    is_set_off = other.end < len(other.doc) and other.doc[other.end].text == ","
    return is_set_off and other.start < place.start and with_container(other, places).end >= place.end


def nearer_of(own: Site | None, shared: Site | None) -> Site | None:
    """The place of an event: its own, unless that stands far off and the event it is part of has one."""
    if own is None or (shared is not None and own.steps >= NEAR):
        return shared
    return own


def _opens(place: Span) -> bool:
    """Whether a place sets the scene of its whole sentence: "In Idlib, ..."."""
    return place.start <= place.sent.start + 2 and place.doc[place.end : place.end + 1].text in {",", ":"}


def _cost(trigger: Trigger, roles: Roles, place: Span, vocab: Vocab) -> float | None:
    """Steps in the tree from the trigger to a place name; None where the name says something else."""
    root = place.root
    is_left = trigger.sense.type_code == "defection"
    for name in ("actor", "recipient", "destination", *(("target",) if is_left else ())):
        role = roles.get(name)
        if role is not None and any(token.i == root.i for token in role.span):
            return None
    carrier = _carrier(root)
    target = roles.get("target")
    is_party = target is not None and root in target.span and trigger.sense.type_code in SIDED
    is_in_target = target is not None and _locates(target, root, vocab)
    case = _case(carrier, place)
    is_origin = _is_origin(place, carrier, case, trigger)
    is_elsewhere = (case in AWAY and not is_origin) or is_of_another(carrier, root, case, trigger, vocab)
    path = _shortest_path(trigger, carrier)
    is_in_words = trigger.sense.type_code in SAID or trigger.sense.words[0] in {"accept", "agree"}
    is_victim = target is not None and target.head.i == root.i and trigger.sense.type_code in SUFFERED
    if (
        path is None
        or is_of_word_behind(place, vocab)
        or (is_in_title(place, trigger.head) or is_of_other_news(place, trigger))
        or (is_party or is_victim or is_posting(root, roles) or (is_in_words and is_of_words(trigger, carrier, case)))
        or (is_elsewhere and not is_in_target)
        or is_beside(carrier.ancestors, trigger)
        or is_of_other_clause(root, trigger)
        or is_told_there(root, trigger.head)
        or is_of_described(root, trigger.head)
        or is_of_clause_above(root, trigger)
        or (is_of_later_clause(place, trigger) or is_afield(root, trigger) or is_of_topic(root, trigger))
    ):
        return None
    cost = float(len(path)) + 0.5 * (carrier.head.dep_.startswith("nsubj") and carrier.head.head == trigger.head)
    cost += 1.5 * (is_in_target and root.dep_ == "nmod:poss")  # "seized Chad's base in Niger"
    cost += sum(3.0 for token in path if token != trigger.head and _is_telling(token, trigger))
    cost += sum(1.5 for token in path if token != trigger.head and is_verbal(token))
    cost -= 1.5 * is_way_there(carrier, trigger.head)
    if case is not None or is_in_target:
        return cost
    is_first = root.i <= trigger.head.sent.start + 1 and is_label(place)
    if is_done_there(root, trigger):
        return min(cost, FARTHEST - 0.5)
    if root.dep_ in {"nsubj", "nsubj:pass", "obj", "nmod:poss"} and not is_first:
        return None
    return cost + (0.5 if is_first else 2.0)


def _case(carrier: Token, place: Span) -> str | None:
    """The preposition of a place: "from all over Chad" is from."""
    case, before = case_of(carrier), word_before(place)
    if case == "by" and carrier.lower_ in SITES:
        return "near"  # "clashes by the Inshas checkpoint"
    if case is None and place.root.dep_ == "nmod:poss" and before not in AT | AWAY | {"of"}:
        return None  # "after Peru's offensive"
    return before if case is None or (before == "from" and case in SPREAD) else case


def _is_origin(place: Span, carrier: Token, case: str | None, trigger: Trigger) -> bool:
    """Whether a phrase that else leads away says where: what was left, spread to, stayed in or marched through."""
    if carrier.head.lower_ in ROADS and case_of(carrier.head) in ALONG:
        return True  # "an ambush on the road to Goma"
    if case == "from":
        return (was_left(carrier, trigger) or is_oust(trigger, place)) and not is_way(carrier, trigger)
    if case in {"to", "into"}:
        is_landing = (
            carrier.head.lower_ == "approach" and carrier.lower_ in SITES
        )  # "hit on its approach to Lod airport"
        is_there = is_way_there(carrier, trigger.head) or _is_stay(carrier.head)
        return is_landing or is_there or carrier.head.lower_ in SPREADING
    return case == "through" and trigger.sense.type_code in WALKED


def _is_stay(noun: Token) -> bool:
    """ "during a visit to Osaka", "on a trip to Hanoi": what was done then was done there."""
    return noun.lower_ in {"visit", "trip", "tour"} and case_of(noun) in {"on", "during"}


def _is_telling(verb: Token, trigger: Trigger) -> bool:
    """Whether a verb tells of the event from elsewhere; "clashes were reported in Homs" says where they were."""
    if verb.lower_ == "speaking" and verb.dep_ == "advcl":
        return False  # "Speaking in Osaka, he called on them"
    is_made = trigger.head.dep_ == "obj" and trigger.sense.type_code == "restriction"  # "declared a curfew in Homs"
    return is_speech_verb(verb) and not ((is_made or trigger.head.dep_ == "nsubj:pass") and trigger.head.head == verb)


def _shortest_path(trigger: Trigger, place: Token) -> list[Token] | None:
    """The shortest way to a place from the trigger, or from the light verb above it."""
    anchors = [trigger.head, *(trigger.arguments.get("governor") if is_governed(trigger) else ())]
    return min(
        (path for path in (_path(anchor, place) for anchor in anchors) if path is not None), key=len, default=None
    )


def _locates(target: Role, root: Token, vocab: Vocab) -> bool:
    """Whether a name in a target's phrase says where: "a market in Idlib", and not "the Chibok schoolgirls"."""
    if all(token.i != root.i for token in target.span):
        is_force = not classes_of(target.head, vocab).isdisjoint(FORCES)
        return is_force and target.head.is_ancestor(root) and case_of(root) in AT
    classes = classes_of(target.head, vocab)
    is_bound = root.dep_ in {"compound", "amod"}
    if is_bound and ("country" in vocab.classes_of(root.lower_) or not classes.isdisjoint(BEARERS)):
        return False  # "an attack on the Chad embassy", "shot down 12 Shahed drones"
    return target.head.i == root.i or "people" not in classes


def _carrier(root: Token) -> Token:
    """The head that carries the preposition of a name: province in "in Idlib province"."""
    token = root
    while token.dep_ in {"compound", "flat", "amod", "nmod:desc", "appos", "conj"} and token.head != token:
        token = token.head
    is_part = case_of(token) == "of" and token.head.lemma_.lower() in PARTS
    return token.head if is_part else token


def _path(first: Token, second: Token) -> list[Token] | None:
    """The tokens between two in the tree, both ends left out of the count of the second."""
    above_first = [first, *first.ancestors]
    above_second = [second, *second.ancestors]
    shared = next((token for token in above_first if token in above_second), None)
    if shared is None:
        return None
    return above_first[: above_first.index(shared) + 1] + above_second[1 : above_second.index(shared)]
