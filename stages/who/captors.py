"""Whom "they" and "he" mean after a deed done to people: those it was done to, those who did it, or neither plainly."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from stages.parsing.heads import SUBJECTS
from stages.words.people import RELATIVES, is_person_noun, is_plural
from stages.words.speech import is_speech_verb, lemma_of
from stages.words.wordlists import words_of

DONE_TO = words_of("""
    arrest capture detain seize shoot shot attack hang execute beat torture kill bomb shell surround besiege encircle
    dismiss sack evict free release save hide shelter welcome interrogate question wound hit chase threaten catch hunt
    meet drive stab pelt injure imprison jail
""")
DEADLY = words_of("kill execute murder behead massacre lynch slaughter assassinate")
SPEAKING_FOR = RELATIVES | words_of("lawyers colleagues friends supporters neighbours neighbors comrades")
# What those do of whom this was told, and not those who did it to them.
SUFFERED = words_of("die desert defect surrender mutiny confess collapse bleed perish escape")
INFLICTED = words_of("wound injure beat torture hang evacuate bury treat hospitalise")  # in the passive
DEEDS = words_of("""
    kill shoot shot wound attack bomb shell burn loot abduct kidnap seize take capture execute storm behead murder rape
    fire open torch destroy say
""")  # what they go on to do who have begun so


def meant_after_deed(found: Token, ranked: Sequence[Token], pronoun: Token) -> Token | None:
    """Whom a subject means in the sentence behind a deed: the doer who was found, whom he did it to, or nobody plainly.

    "A guard shot an inmate. He died": the inmate. "The army arrested 12 officers. They had plotted a coup": not said.
    """
    mourned = _of_kin(found, pronoun)
    if mourned is not None:
        return mourned
    if _is_said_of_others(found, ranked, pronoun):
        return None
    other = _sufferer(found, pronoun)
    verb = pronoun.head
    is_other = other is not None and (other in ranked or pronoun.lower_ == "they")  # "he" is no woman
    if not is_other or pronoun.dep_ not in SUBJECTS or verb.pos_ != "VERB":
        return found
    is_passive = pronoun.dep_ == "nsubj:pass"
    if lemma_of(verb) in (INFLICTED if is_passive else SUFFERED):
        return other
    return found if is_passive or lemma_of(verb) in DEEDS else None


def _sufferer(doer: Token, pronoun: Token) -> Token | None:
    """The people to whom a doer did something in the sentence before, as many as the pronoun means."""
    verb = doer.head
    is_before = doer.dep_ == "nsubj" and verb.sent.start != pronoun.sent.start
    if not is_before or lemma_of(verb) not in DONE_TO:
        return None
    people = (child for child in verb.rights if child.dep_ == "obj")
    people = (each for each in people if each.ent_type_ == "PERSON" or is_person_noun(each))
    return next((each for each in people if is_plural(each) == (pronoun.lower_ == "they")), None)


def _of_kin(speakers: Token, pronoun: Token) -> Token | None:
    """ "Relatives of the dead soldiers said they had been shot": those whose kin speak, where something was done."""
    if speakers.lower_ not in SPEAKING_FOR or pronoun.dep_ != "nsubj:pass" or pronoun.lower_ != "they":
        return None
    whose = (child for child in speakers.rights if child.dep_ == "nmod" and is_person_noun(child))
    return next((child for child in whose if is_plural(child)), None)


def _is_said_of_others(speaker: Token, ranked: Sequence[Token], pronoun: Token) -> bool:
    """ "Gunmen took the doctors away, and colleagues said they were shot": of themselves the dead say nothing."""
    verb = pronoun.head
    is_told = verb.dep_ == "ccomp" and verb.head == speaker.head and is_speech_verb(speaker.head)
    if not is_told or pronoun.dep_ != "nsubj:pass" or pronoun.lower_ != "they":
        return False
    others = any(token.text != speaker.text and token.i < speaker.i for token in ranked)
    return lemma_of(verb) in DEADLY or others


def is_thing_taken(found: Token, pronoun: Token) -> bool:
    """ "The army surrounded the school. It was stormed": what was surrounded may be meant as well."""
    is_done_to = pronoun.dep_ == "nsubj:pass" and found.dep_ == "nsubj" and found.sent.start != pronoun.sent.start
    return is_done_to and any(child.dep_ == "obj" and child.tag_ in {"NN", "NNP"} for child in found.head.rights)
