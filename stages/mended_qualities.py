"""People whom a quality behind them is said of, and the verb that they do: "officials close to the talks said"."""

from spacy.tokens import Token

from stages.hanging import hang
from stages.heads import NOUN_SUBJECTS
from stages.people import is_person_noun

QUALITIES = frozenset({"close", "loyal", "familiar", "opposed", "allied", "sympathetic"})


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


def _give_verb(people: Token, quality: Token) -> None:
    """In "officials close to the talks said" the officials say it, though no subject was seen."""
    at = quality.right_edge.i + 1
    verb = quality.doc[at] if at < quality.sent.end else quality
    has_subject = any(child.dep_ in {*NOUN_SUBJECTS, "expl"} for child in verb.children)
    if verb.tag_ in {"VBD", "VBZ", "VBP"} and not has_subject and hang(people, verb, "nsubj"):
        hang(quality, people, "amod")
        quality.tag_, quality.pos_ = "JJ", "ADJ"
