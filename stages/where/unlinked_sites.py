"""Where an event happened that no tree leads to: what it is done to, where a video comes from, the only place named."""

from __future__ import annotations

from itertools import takewhile

from spacy.tokens import Token

from stages.naming.place_names import Places
from stages.parsing.heads import obliques_of
from stages.roles import Roles
from stages.triggers import Trigger
from stages.where.containers import KINDS
from stages.where.elsewhere import is_afield
from stages.where.far_sites import PHYSICAL, SAID, SUFFERED, is_beside, is_set, names_a_doer, taken_by
from stages.where.other_clauses import is_of_described, is_of_other_clause, is_told_there
from stages.where.site_phrases import Site, is_of_clause_above, site_at, written_at
from stages.words.modality import EVIDENCE_NOUNS
from stages.words.speech import is_speech_verb, lemma_of
from stages.words.wordlists import words_of

DONE_TO_PLACES = frozenset({"siege", "seizure", "attack", "looting"})
LABEL_REACH = 8  # tokens
SEATED = words_of("""
    ministry ministries government embassy headquarters cabinet presidency kremlin diplomat diplomats
""")
HOUSES = frozenset({"hospital", "clinic", "morgue"})  # those who work there tell of the dead of elsewhere


def site_unlinked(trigger: Trigger, roles: Roles, places: Places) -> Site | None:
    """The place it is done to, or the only one of the sentence."""
    done_to = None if trigger.sense.type_code in SAID | SUFFERED | {"defection"} else _of_target(roles, places)
    return done_to or _of_evidence(trigger, places) or _of_label(trigger, places) or _only_one(trigger, roles, places)


def site_before_noun(trigger: Trigger, places: Places) -> Site | None:
    """Where something said of a noun is: "the besieged city of Homs" itself, or the place of a headline's label."""
    noun = trigger.head.head
    named = [name for name in places.within(noun.i, noun.i + 4) if noun == name.root or noun.is_ancestor(name.root)]
    is_place = noun.lower_ in KINDS or (bool(named) and named[0].root == noun)
    if trigger.sense.type_code in DONE_TO_PLACES and is_place and named:
        return site_at(named[0].root, "the place it is said of", places)
    return _of_label(trigger, places)


def _of_label(trigger: Trigger, places: Places) -> Site | None:
    """The place that a label names before a toll: "Lisbon cinema: 12 dead"."""
    doc, start = trigger.head.doc, trigger.head.sent.start
    colon = next((token.i for token in doc[start : start + LABEL_REACH] if token.text == ":"), start)
    named = list(places.within(start, colon))
    is_label = start < colon < trigger.start and trigger.sense.type_code in SUFFERED
    is_label = is_label and not any(token.pos_ in {"VERB", "AUX"} for token in doc[start:colon])
    return site_at(named[0].root, "the place of the label", places) if is_label and len(named) == 1 else None


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
    taken = taken_by(trigger, roles)
    said = [sent.doc[at : at + 1] for at in places.described if sent.start <= at < sent.end]
    near = [name for name in (*places.within(sent.start, sent.end), *said) if name.start not in taken]
    located = [name for name in near if is_set(name) and not names_a_doer(name)]
    near = [name for name in near if not is_of_clause_above(name.root, trigger)]
    located = [name for name in located if name in near]
    located = [name for name in located if not is_beside(name.root.ancestors, trigger)]
    located = [name for name in located if not is_of_other_clause(name.root, trigger)]
    located = [name for name in located if not is_told_there(name.root, trigger.head)]
    located = [name for name in located if not is_afield(name.root, trigger)]
    located = [name for name in located if not is_of_described(name.root, trigger.head)]
    located = [name for name in located if not _is_since(name.root, trigger.head)]
    if not located:
        return None
    wide = [written_at(name, places) for name in located if places.at(name.root) is not None]
    others = [name for name in near if not any(span.start <= name.start < span.end for span in wide)]
    if {name.text for name in others} - {name.text for name in located}:
        return None
    told = [name for name in located if not _is_of_speaker(name.root)]
    told = told or [name for name in located if not _is_of_seat(name.root)]  # "Police in Chad say"
    if not told:
        return None
    return site_at(told[0].root, "the only place of the sentence", places)


def _is_since(root: Token, head: Token) -> bool:
    """ "the worst loss since four agents died in a raid in Waco": the place of what it is measured against."""
    clauses = (token for token in root.ancestors if any(child.lower_ == "since" for child in token.lefts))
    return any(clause != head and not clause.is_ancestor(head) for clause in clauses)


def _is_of_speaker(root: Token) -> bool:
    """Whether a place is that of whoever speaks: "Authorities in Chad say"."""
    above = takewhile(lambda token: not token.tag_.startswith("VB"), (root, *root.ancestors))
    return any(token.dep_ == "nsubj" and is_speech_verb(token.head) for token in above)


def _is_of_seat(root: Token) -> bool:
    """ "The foreign ministry in Paris says ten were killed": it sits there, and they need not have been there."""
    is_seat = root.lower_ in HOUSES or any(token.lower_ in SEATED for token in root.ancestors)
    return _is_of_speaker(root) and is_seat


def _of_target(roles: Roles, places: Places) -> Site | None:
    target = roles.get("target")
    if target is None or places.at(target.head) is None:
        return None
    return site_at(target.head, "the place it is done to", places)
