"""Verbs of headlines behind a plural, which have no -s."""

import pytest

from stages.mending.slips import mended
from tests.stages.parsed import doc_of_tree

TREES = [
    ("Clashes/NNS/0/ROOT rock/NN/2/compound Sabha/NNP/0/obj hours/NNS/0/obl into/IN/5/case truce/NN/0/obl",
     {"Clashes": ("nsubj", "rock"), "Sabha": ("obj", "rock"), "truce": ("obl", "rock")}, "they rock it"),
    ("Two/CD/1/nummod blasts/NNS/1/ROOT rock/NN/4/compound Juba/NNP/4/compound hotel/NN/1/appos",
     {"blasts": ("nsubj", "rock"), "hotel": ("obj", "rock"), "Juba": ("compound", "hotel")}, "what they rock"),
    ("Fans/NNS/2/compound rock/NN/2/compound band/NN/2/ROOT",
     {"rock": ("compound", "band")}, "a rock band"),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "expected", "reason"), TREES)
def test_bare_verbs_of_headlines(tree: str, expected: dict[str, tuple[str, str]], reason: str) -> None:
    found = {token.text: (token.dep_, token.head.text) for token in mended(doc_of_tree(tree))}
    assert {word: found[word] for word in expected} == expected, reason
