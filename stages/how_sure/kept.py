"""Plans, promises and threats that were carried out."""

from spacy.tokens import Token

from stages.how_sure.markers import negations_on
from stages.words.speech import lemma_of
from stages.words.wordlists import words_of

PROMISED = words_of("promise pledge vow threat word commitment")
KEPT = words_of("keep kept fulfil fulfill fulfilled honour honor honoured honored execute executed")


def is_kept(noun: Token) -> bool:
    """ "carried out a threat to kill him", "kept his promise to free them", "made good on its vow": it was done."""
    verb = noun.head
    is_told = verb.tag_ in {"VBD", "VBN", "VBZ", "VBG"} and not any(child.tag_ == "MD" for child in verb.lefts)
    if not is_told or noun.dep_ not in {"obj", "obl", "nsubj:pass"} or any(True for _ in negations_on(verb)):
        return False
    beside = {child.lower_ for child in verb.rights if child.i < noun.i or noun.dep_ == "nsubj:pass"}
    lemma, kind = lemma_of(verb), lemma_of(noun).removesuffix("s")
    if lemma == "make":
        return "good" in beside
    if lemma == "carry":
        return "out" in beside
    return kind in PROMISED and {lemma, verb.lower_} & KEPT != set()
