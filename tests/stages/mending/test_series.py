"""Verbs in a row that share what follows the last of them, however they were read."""

import pytest

from stages.mending.slips import mended
from tests.stages.parsed import doc_of_tree

# Each word as word/tag/head/relation, heads counted from 0; then relations and heads of some words once mended.
TREES = [
    (("Guards/NNS/1/nsubj shot/VBD/1/ROOT ,/,/3/punct whipped/VBN/1/conj and/CC/5/cc robbed/VBN/7/amod "
      "unarmed/JJ/7/amod traders/NNS/1/conj"),
     {"robbed": ("conj", "shot"), "traders": ("obj", "robbed"), "whipped": ("conj", "shot")},
     "the traders are not robbed before they are shot"),
    (("Guards/NNS/1/nsubj beat/VBP/1/ROOT ,/,/3/punct kicked/VBN/1/conj and/CC/5/cc robbed/VBN/3/conj "
      "traders/NNS/1/obj"),
     {"traders": ("obj", "robbed"), "robbed": ("conj", "beat")}, "what follows the last is its object"),
    (("Rebels/NNS/1/nsubj shot/VBD/1/ROOT ,/,/5/punct arrested/VBN/5/amod and/CC/3/cc prisoners/NNS/1/obj"),
     {"arrested": ("amod", "prisoners")}, "no verb stands behind the joint"),
    (("Men/NNS/2/nsubj:pass were/VBD/2/aux:pass shot/VBN/2/ROOT ,/,/4/punct robbed/VBN/2/conj and/CC/6/cc "
      "hanged/VBN/2/conj days/NNS/6/obj ago/RB/7/advmod"),
     {"days": ("obj", "hanged")}, "a passive has no object to share"),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "expected", "why"), TREES)
def test_series(tree: str, expected: dict[str, tuple[str, str]], why: str) -> None:
    doc = mended(doc_of_tree(tree))
    found = {word.text: (word.dep_, word.head.text) for word in doc if word.text in expected}
    assert found == expected, why
