"""Lemmas of verbs that the vocabulary knows better than the model, which learns endings: "fled" is no "flead"."""

from spacy.tokens import Doc

from stages.words.vocab import Vocab


def with_known_lemmas(doc: Doc, vocab: Vocab) -> Doc:
    """The Doc itself; a verb of which the vocabulary knows one base and the model gave another has that base."""
    for token in doc:
        if token.tag_.startswith("VB"):
            bases = vocab.bases.get(token.lower_, frozenset())
            if len(bases) == 1 and token.lemma_ not in bases:
                (token.lemma_,) = bases
    return doc
