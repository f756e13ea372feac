"""Where an event happened when no name hangs on its trigger: described places, its target, the only place named."""

from __future__ import annotations

from spacy.tokens import Span, Token

from stages.heads import obliques_of
from stages.modality import EVIDENCE_NOUNS
from stages.place_names import Places
from stages.roles import Roles
from stages.site_phrases import KINDS, Site, is_governed, site_at, word_before
from stages.speech import lemma_of
from stages.triggers import Trigger
from stages.vocab import Vocab
from stages.wordlists import words_of

TOO_COMMON = words_of("street streets side ground front way road roads position positions location state land")
PHYSICAL = words_of("attack clash killing wounding protest riot siege looting seizure abduction torture arrest")
SET_AT = words_of("in at near outside across inside of over around off")


def described_site(trigger: Trigger, roles: Roles, vocab: Vocab, places: Places) -> Site | None:
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


def site_unlinked(trigger: Trigger, roles: Roles, places: Places) -> Site | None:
    """The place it is done to, or the only one of the sentence."""
    return _of_target(roles, places) or _of_evidence(trigger, places) or _only_one(trigger, roles, places)


def _of_evidence(trigger: Trigger, places: Places) -> Site | None:
    """Where a video comes from that shows the event: "a clip from Taiz that shows soldiers deserting"."""
    sent = trigger.head.sent
    for token in sent.doc[sent.start : trigger.start]:
        if token.tag_.startswith("NN") and lemma_of(token).removesuffix("s") in EVIDENCE_NOUNS:
            phrases = obliques_of(token)
            for head in (*phrases.get("from", ()), *phrases.get("in", ())):
                inside = [head, *(below for below in head.subtree if below.i > head.i)]
                named = next((below for below in inside if places.at(below) is not None), None)
                if named is not None:
                    return site_at(named, "where the video comes from", places)
    return None


def _only_one(trigger: Trigger, roles: Roles, places: Places) -> Site | None:
    """The one place at which a sentence sets things, where the tree leads to none: for deeds that have a place."""
    if trigger.sense.type_code not in PHYSICAL:
        return None
    sent = trigger.head.sent
    taken = {token.i for name in ("actor", "recipient", "destination") for token in _words(roles, name)}
    said = [sent.doc[at : at + 1] for at in places.described if sent.start <= at < sent.end]
    near = [name for name in (*places.within(sent.start, sent.end), *said) if name.start not in taken]
    located = [name for name in near if word_before(name) in SET_AT and not _names_a_doer(name)]
    if not located or len({name.text for name in near}) != len({name.text for name in located}):
        return None
    return site_at(located[0].root, "the only place of the sentence", places)


def _names_a_doer(name: Span) -> bool:
    """Whether a place only says whose something is: "the help of US air strikes"."""
    root = name.root
    return root.dep_ in {"compound", "amod", "nmod:poss"} and root.head.i >= name.end and root.head.lower_ not in KINDS


def _words(roles: Roles, name: str) -> list[Token]:
    role = roles.get(name)
    return list(role.span) if role is not None else []


def _of_target(roles: Roles, places: Places) -> Site | None:
    target = roles.get("target")
    if target is None or places.at(target.head) is None:
        return None
    return site_at(target.head, "the place it is done to", places)
