"""Whom "they" means who are freed, charged or hurt: those who were seized or struck before, and not who did it."""

from __future__ import annotations

from spacy.tokens import Token

from stages.parsing.heads import SUBJECTS
from stages.words.people import is_person_noun, is_plural
from stages.words.speech import lemma_of
from stages.words.wordlists import words_of

TAKING = words_of("seize kidnap abduct capture detain arrest hold take jail imprison rescue free release")
STRIKING = words_of("shoot shot beat wound injure torture attack whip stone rape assault")
KILLING = words_of("kill execute behead hang massacre murder")
FATES = words_of("""
    free release kill shoot shot beat torture execute behead hang wound injure hurt rescue question charge accuse sentence
    jail transfer detain hold imprison exchange deport bury try convict acquit treat hospitalise hospitalize
""")
OF_THE_DEAD = words_of("bury shoot shot beat torture behead execute kill strip burn hang")


def sufferers_before(pronoun: Token) -> Token | None:
    """ "Gunmen seized four villagers. They were released": whom the sentence before says that something was done to.

    Only of one such group, and of the dead only what is done to the dead.
    """
    if pronoun.dep_ != "nsubj:pass" or lemma_of(pronoun.head) not in FATES or pronoun.sent.start == 0:
        return None
    before = pronoun.doc[pronoun.sent.start - 1].sent
    done_to = [token for token in before if token.dep_ == "obj" and is_person_noun(token) and is_plural(token)]
    found = [token for token in done_to if _is_fitting(lemma_of(_verb_of(token)), lemma_of(pronoun.head))]
    is_one = len(found) == 1 and any(child.dep_ in SUBJECTS for child in _verb_of(found[0]).lefts)
    return found[0] if is_one else None


def _verb_of(person: Token) -> Token:
    """The verb of which somebody is the object: "shot dead | ten men"."""
    return person.head.head if person.head.lower_ == "dead" else person.head


def _is_fitting(done: str, then: str) -> bool:
    return done in TAKING | STRIKING or (done in KILLING and then in OF_THE_DEAD)
