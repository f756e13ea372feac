"""Whom "they" and "them" mean to whom something is done: those who were seized or struck before, and not who did it."""

from __future__ import annotations

from spacy.tokens import Token

from stages.grammar.noun_phrases import classes_of
from stages.parsing.heads import SUBJECTS
from stages.who.meant import PLURAL
from stages.words.people import is_person_noun, is_plural
from stages.words.speech import lemma_of
from stages.words.vocab import Vocab
from stages.words.wordlists import words_of

CUSTODY = words_of("arrest detain jail imprison capture hold")
TAKING = CUSTODY | words_of("seize kidnap abduct take rescue free release")
STRIKING = words_of("beat wound injure torture whip stone rape")
KILLING = words_of("shoot shot kill execute behead hang massacre murder")
OF_CAPTIVES = words_of("free release rescue let set kill execute behead torture beat exchange transfer hold")
OF_THE_TRIED = words_of("charge accuse sentence jail imprison question convict try acquit deport")
OF_THE_HURT = words_of("treat hospitalise hospitalize")
OF_THE_DEAD = words_of("bury shoot shot beat torture behead strip burn hang")


def sufferers_before(pronoun: Token) -> Token | None:
    """ "Gunmen seized four villagers. They were released": whom the sentence before says that something was done to.

    Only of one such group, and of each only what follows: police charge whom they arrested, not whom gunmen kidnapped
    or shot, and what somebody else then does may be done to either side.
    """
    if pronoun.dep_ != "nsubj:pass" or pronoun.sent.start == 0:
        return None
    before = pronoun.doc[pronoun.sent.start - 1].sent
    done_to = [token for token in before if token.dep_ == "obj" and is_person_noun(token) and is_plural(token)]
    found = [token for token in done_to if _is_fitting(lemma_of(_verb_of(token)), pronoun.head)]
    is_one = len(found) == 1 and any(child.dep_ in SUBJECTS for child in _verb_of(found[0]).lefts)
    return found[0] if is_one else None


def _verb_of(person: Token) -> Token:
    """The verb of which somebody is the object: "shot dead | ten men"."""
    return person.head.head if person.head.lower_ == "dead" else person.head


def _is_fitting(done: str, then: Token) -> bool:
    fate = lemma_of(then)
    if fate in OF_THE_DEAD and done in KILLING:
        return not any(child.dep_ == "obl:agent" for child in then.rights)  # "they were shot by the army"
    if fate in OF_THE_TRIED:
        return done in CUSTODY
    return (fate in OF_CAPTIVES and done in TAKING) or (fate in OF_THE_HURT and done in STRIKING)


def beside_doer(pronoun: Token, vocab: Vocab) -> Token | None:
    """Whom "them" means in "they have the girls and will free them": those the same sentence names as no one's doer."""
    subject = next((child for child in pronoun.head.children if child.dep_ in SUBJECTS), None)
    is_joined = pronoun.head.dep_ == "conj" and subject is None  # "met the chiefs and promised them weapons"
    above = pronoun.head.head
    if pronoun.dep_ == "obl" and pronoun.head.dep_ == "advcl" and subject is None:
        behind = [child for child in above.rights if child.dep_ in {"obj", "obl"} and child.i < pronoun.head.i]
        return next((child for child in behind if child.tag_ == "NNS" and is_person_noun(child)), None)
    if pronoun.dep_ not in {"obj", "iobj"} or not (is_joined or (subject is not None and subject.lower_ in PLURAL)):
        return None
    objects = (
        token
        for token in pronoun.doc[pronoun.sent.start : pronoun.i]
        if token.dep_ == "obj" and token.tag_ == "NNS" and "people" in classes_of(token, vocab)
    )
    return max(objects, key=lambda token: token.i, default=None)


def is_downed(pronoun: Token) -> bool:
    """ "shot it", "brought it down": what "it" is can only be a craft."""
    verb = lemma_of(pronoun.head) if pronoun.dep_ == "obj" else ""
    behind = pronoun.doc[pronoun.i + 1 : pronoun.i + 2].text.lower()
    return verb == "shoot" or (verb == "bring" and behind == "down")


def craft_before(pronoun: Token, vocab: Vocab) -> Token | None:
    """The aircraft that the sentence told of before, or the one before it."""
    start = pronoun.doc[max(pronoun.sent.start - 1, 0)].sent.start
    before = reversed(pronoun.doc[start : pronoun.i])
    return next(
        (token for token in before if "aircraft" in classes_of(token, vocab) and token.dep_ != "compound"), None
    )
