"""People whom words behind them are said of: "officials close to the talks said", "the third to resign"."""

import re

from spacy.tokens import Token

from stages.parsing.hanging import ends_sentence, hang, previous_word, word_beside
from stages.parsing.heads import NOUN_SUBJECTS
from stages.words.people import is_person_noun
from stages.words.wordlists import words_of

SIDED = frozenset({"allied", "loyal", "led", "backed", "aligned", "commanded"})
QUALITIES = frozenset({"close", "loyal", "familiar", "opposed", "allied", "sympathetic"})

NUMBERED = re.compile(r"\d+(?:st|nd|rd|th)")
ORDINALS = words_of("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth latest last")


def return_quality(word: Token) -> None:
    """In "Gunmen loyal to the president attacked" it is the gunmen who attack."""
    people = next((child for child in word.lefts if child.dep_ == "nsubj"), None)
    is_said_of = word.dep_ in NOUN_SUBJECTS and word.tag_ == "JJ" and word.head.i > word.i
    if people is None or people.i != word.i - 1 or not is_person_noun(people):
        return
    if is_said_of:
        hang(people, word.head, word.dep_)
        hang(word, people, "amod")
    elif word.lower_ in QUALITIES:
        _give_verb(people, word)


def return_side(word: Token) -> None:
    """In "clashes between soldiers and men allied to the mayor" it is the men who are allied."""
    before = previous_word(word)
    is_bound = not ends_sentence(word) and word.nbor(1).lower_ in {"to", "by", "with"}
    is_loose = word.dep_ in {"advcl", "conj", "parataxis"} and not any(
        child.dep_.startswith(("nsubj", "aux")) for child in word.children
    )
    if word.lower_ in SIDED and is_bound and is_loose and before.tag_ == "NNS" and hang(word, before, "acl"):
        word.tag_, word.pos_ = "VBN", "VERB"


def _give_verb(people: Token, quality: Token) -> None:
    """In "officials close to the talks said" the officials say it, though no subject was seen."""
    at = quality.right_edge.i + 1
    verb = quality.doc[at] if at < quality.sent.end else quality
    has_subject = any(child.dep_ in {*NOUN_SUBJECTS, "expl"} for child in verb.children)
    if verb.tag_ in {"VBD", "VBZ", "VBP"} and not has_subject and hang(people, verb, "nsubj"):
        hang(quality, people, "amod")
        quality.tag_, quality.pos_ = "JJ", "ADJ"


def return_ordinal(verb: Token) -> None:
    """In "named her as the third minister to resign" it is the third who resigns, and nobody who names her."""
    to, noun = previous_word(verb), word_beside(verb, -2)
    is_free = verb.tag_ == "VB" and verb.dep_ == "advcl" and to.lower_ == "to" and noun.tag_.startswith("NN")
    is_one = any(child.lower_ in ORDINALS or NUMBERED.fullmatch(child.lower_) for child in noun.lefts)
    if is_free and is_one and noun.head == verb.head:
        hang(verb, noun, "acl")
