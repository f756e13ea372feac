"""Verbs of headlines that a small parser reads as plural nouns: "Navy chief switches sides"."""

from spacy.tokens import Token

from stages.hanging import hang
from stages.people import COLLECTIVES, is_person_noun
from stages.wordlists import words_of

OBJECTS = frozenset({"NN", "NNS", "NNP", "NNPS", "DT", "JJ", "CD", "PRP$"})
# Headline verbs that may be plural nouns, and what must follow them: nothing where anything may.
ACTS: dict[str, frozenset[str]] = {
    "breaks": words_of("ranks rank with"),
    "switches": words_of("sides side allegiance"),
    "changes": words_of("sides side allegiance"),
    "swaps": words_of("sides"),
    "joins": frozenset(),
    "quits": frozenset(),
    "deserts": frozenset(),
    "defects": frozenset(),
    "flees": frozenset(),
    "abandons": frozenset(),
}


def make_finite(word: Token) -> None:
    """In the headline "Navy chief switches sides" the verb may be read as a noun, and what he switches as its head."""
    doer = word.nbor(-1) if word.i > word.sent.start else word
    following = word.nbor(1) if word.i + 1 < word.sent.end else word
    if doer.text == "," and following.tag_ in OBJECTS:
        _join_to_verb(word)
    is_doer = doer.head in {word, word.head} and (is_person_noun(doer) or doer.lower_ in COLLECTIVES or doer.ent_type_)
    if (
        doer == word
        or not is_doer
        or doer.tag_ in {"NNS", "NNPS"}
        or following.lower_ not in _objects_of(word, following)
    ):
        return
    above = word.head
    if word.dep_ in {"compound", "nsubj", "nmod", "amod"} and above.i > word.i:  # "switches" describes "sides"
        hang(word, *((word, "ROOT") if above.head == above else (above.head, above.dep_)))
        for child in [child for child in above.lefts if child.i < doer.i]:
            hang(child, doer, "compound")
        hang(above, word, "obj")
    elif word.dep_ != "ROOT":
        for mark in [child for child in above.lefts if child.dep_ == "mark" and child.i < word.i]:
            hang(mark, word)
            word.dep_ = "advcl"
    for child in [child for child in word.lefts if child.i < doer.i and child.dep_ in {"det", "amod", "compound"}]:
        hang(child, doer)
    hang(doer, word, "nsubj")
    word.tag_, word.pos_ = "VBZ", "VERB"


def _objects_of(word: Token, following: Token) -> set[str]:
    """The words that may stand behind a headline's verb: its own objects, or whatever follows that can be one."""
    if ACTS[word.lower_]:
        return set(ACTS[word.lower_])
    return {following.lower_} if word.lower_ == "defects" or following.tag_ in OBJECTS else set()


def _join_to_verb(word: Token) -> None:
    """ "Commander breaks ranks, joins rebels": a second verb of the headline behind a comma."""
    first = next((token for token in word.sent if token.tag_ == "VBZ" and token.i < word.i), None)
    noun = word.head
    if first is not None and word.dep_ in {"compound", "nsubj"} and noun.i > word.i and hang(word, first, "conj"):
        hang(noun, word, "obj")
        word.tag_, word.pos_ = "VBZ", "VERB"
