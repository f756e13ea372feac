"""Verbs of headlines: words in -s that are verbs, and those that are plurals after all."""

import pytest
from spacy.tokens import Doc

from stages.mending.slips import mended
from tests.stages.parsed import STRINGS


def doc_of(words: list[str], heads: list[int], deps: list[str], tags: list[str]) -> Doc:
    return Doc(STRINGS, words=words, heads=heads, deps=deps, tags=tags)


HEADLINES = [
    # What a parser made of it: words, tags, heads, relations; then verb, relation of the doer and of the last word.
    ("Chad withdraws troops", "NNP NNS NNS", [2, 2, 2], "compound compound ROOT", ("VBZ", "nsubj", "obj"), "no plural"),
    ("Chad arrests two", "NNP VBZ CD", [1, 1, 1], "nsubj ROOT amod", ("VBZ", "nsubj", "obj"), "how many"),
    ("Army strikes the port", "NN NNS DT NN", [1, 3, 3, 3], "compound nmod det ROOT", ("VBZ", "nsubj", "obj"), "whom"),
    ("Gaza strikes kill ten", "NNP NNS VBP CD", [1, 2, 2, 2], "compound nsubj ROOT obj", ("NNS", "compound", "obj"),
     "there is another verb"),
    ("Paris attacks trial", "NNP NNS NN", [2, 2, 2], "compound compound ROOT", ("NNS", "compound", "ROOT"), "a trial"),
    ("Chad denies men fled", "NNP NNS NNS VBD", [1, 3, 3, 3], "compound nsubj nsubj ROOT", ("VBZ", "nsubj", "ccomp"),
     "what is denied"),
    ("Chad departs after talks ended", "NNP NNS IN NNS VBD", [1, 4, 3, 1, 4], "compound nsubj case nmod ROOT",
     ("VBZ", "nsubj", "advcl"), "when it was"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "tags", "heads", "deps", "read", "reason"), HEADLINES)
def test_verbs_of_headlines(
    text: str, tags: str, heads: list[int], deps: str, read: tuple[str, str, str], reason: str
) -> None:
    doc = mended(doc_of(text.split(), heads, deps.split(), tags.split()))
    assert (doc[1].tag_, doc[0].dep_, doc[len(doc) - 1].dep_) == read, reason


def test_who_is_described_behind_a_headlines_verb_is_its_object() -> None:
    words = ["Chad", "detains", "man", "accused", "of", "spying"]
    heads, deps = [1, 2, 3, 3, 5, 3], ["nsubj", "compound", "nsubj", "ROOT", "case", "obl"]
    doc = mended(doc_of(words, heads, deps, ["NNP", "VBZ", "NN", "VBN", "IN", "NN"]))
    assert [(token.dep_, token.head.text) for token in doc[:4]] == [
        ("nsubj", "detains"), ("ROOT", "detains"), ("obj", "detains"), ("acl", "man"),
    ]  # fmt: skip
