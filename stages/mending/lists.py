"""Subjects that a small parser takes for members of a list before them, and places said to be held or besieged."""

from spacy.tokens import Token

from stages.parsing.hanging import hang, previous_word, text_before, word_beside
from stages.parsing.heads import NOUN_SUBJECTS
from stages.parsing.tags import HYPHENS
from stages.words.harms import HURT
from stages.words.wordlists import words_of

PHRASED = frozenset({"obl", "nmod"})
STRUCK = HURT | words_of("targeted hit struck left claimed destroyed damaged")
EVENTS = words_of("""
    attack attacks bombing bombings blast blasts explosion explosions strike strikes airstrike airstrikes raid raids
    shelling ambush ambushes clash clashes shooting shootings massacre offensive bombardment bomb bombs
""")
HELD = words_of("besieged surrounded encircled blockaded captured seized held controlled occupied ruled run overrun")


def free_listed_subject(verb: Token) -> None:
    """In "was shot in Belfast and buses and cars were burned" the cars are burned, and no second place."""
    opening = next((child for child in verb.lefts if child.dep_.startswith("aux")), verb)
    noun = previous_word(opening)
    is_clause = verb.dep_ == "conj" and verb.tag_ in {"VBN", "VBD"} and verb.head.i < noun.i
    if not is_clause or noun.dep_ != "conj" or noun.tag_ != "NNS" or noun.ent_type_ or opening.lower_ == "was":
        return
    if any(child.dep_ in NOUN_SUBJECTS for child in verb.children):
        return
    first = noun
    while first.dep_ == "conj" and not first.head.ent_type_ and first.head.tag_[:2] == "NN":
        first = first.head
    place = first.head
    is_after_place = (
        place.ent_type_ == "LOC" and place.dep_ in {*PHRASED, "obj"} and first.dep_ == "conj" and place != first
    )
    if not is_after_place or not verb.head.is_ancestor(place):
        return
    link = next((child for child in first.lefts if child.dep_ == "cc"), None)
    if link is None or link.i < place.i:
        return
    if hang(first, verb, "nsubj:pass" if opening.dep_ == "aux:pass" else "nsubj"):
        hang(link, verb)


def return_given_name(verb: Token) -> None:
    """In "after Mr Moon Jae-in asked" the end of the name may be read as "in", so that nobody asked."""
    end = next((child for child in verb.lefts if child.dep_ in {"mark", "case"} and child.ent_type_ == "PERSON"), None)
    if end is None or end.i < verb.sent.start + 2 or end.nbor(-1).text not in HYPHENS:
        return
    part = end.nbor(-2)
    name = part
    while name.head.ent_type_ == "PERSON" and name.head.i < end.i and name.head != name:
        name = name.head
    if end.nbor(-1).whitespace_ or part.whitespace_ or any(child.dep_ in NOUN_SUBJECTS for child in verb.lefts):
        return
    marks = [child for child in name.lefts if child.dep_ in {"case", "mark"}]
    if name.ent_type_ == "PERSON" and hang(name, verb, "nsubj"):
        end.tag_, end.pos_ = "NNP", "PROPN"
        hang(end, name, "flat")
        for mark in marks:
            mark.dep_ = "mark"
            hang(mark, verb)


def return_held(word: Token) -> None:
    """In "marched around the camp, besieged by rebels" the camp is besieged, and nobody who marched."""
    before = word_beside(word, -2)
    is_aside = word.lower_ in HELD and word.dep_ in {"advcl", "acl"} and word.tag_ == "VBN" and text_before(word) == ","
    is_agent = any(child.dep_ == "obl:agent" for child in word.rights)
    if not is_aside or not is_agent or any(child.dep_.startswith(("aux", "mark")) for child in word.lefts):
        return
    place = next((token for token in (before, *before.ancestors) if token.dep_ in {*PHRASED, "obj"}), None)
    if place is not None and before in {place, place.right_edge} and word.head.is_ancestor(place):
        hang(word, place, "acl")


def return_effect_of(verb: Token) -> None:
    """In "raids on the town of Tal in Sur, which killed ten" the raids killed them, and not the province."""
    place = verb.head
    pronoun = next((child.lower_ for child in verb.lefts if child.dep_ == "nsubj"), "")
    is_place = place.ent_type_ == "LOC" or (pronoun == "which" and any(word.ent_type_ == "LOC" for word in place.lefts))
    if verb.dep_ != "acl:relcl" or not is_place or verb.lower_ not in STRUCK or pronoun not in {"which", "that"}:
        return
    event = next((token for token in place.ancestors if token.lower_ in EVENTS or token.pos_ == "VERB"), None)
    if event is not None and event.lower_ in EVENTS:
        hang(verb, event)
