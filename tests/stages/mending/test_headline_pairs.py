"""Headlines with a comma for "and"."""

import pytest

from stages.mending.slips import mended
from tests.stages.parsed import doc_of_tree

TREES = [
    ("India/NNP/0/ROOT ,/,/4/punct Pakistan/NNP/4/compound sign/NN/4/compound accord/NN/0/appos",
     {"India": ("nsubj", "sign"), "Pakistan": ("conj", "India"), "accord": ("obj", "sign")}, "both sign it"),
    ("Chad/NNP/4/vocative ,/,/0/punct Sudan/NNP/3/compound leaders/NNS/4/nsubj meet/VBP/4/ROOT",
     {"Chad": ("compound", "leaders"), "leaders": ("nsubj", "meet")}, "whose leaders"),
    ("Monday/NNP/0/ROOT ,/,/4/punct rebels/NNS/4/compound attack/NN/4/compound Gao/NNP/0/appos",
     {"Monday": ("ROOT", "Monday")}, "no doer"),
    ("Army/NN/1/compound jails/NNS/4/nsubj ten/CD/1/nmod ,/,/4/punct frees/VBZ/4/ROOT two/CD/4/obj",
     {"jails": ("ROOT", "jails"), "ten": ("obj", "jails"), "frees": ("conj", "jails"), "two": ("obj", "frees")},
     "the army does both"),
    ("Chad/NNP/1/nsubj jails/VBZ/1/ROOT ten/CD/1/obj ,/,/5/punct Mali/NNP/5/nsubj frees/VBZ/1/parataxis two/CD/5/obj",
     {"frees": ("parataxis", "jails")}, "Mali does the other"),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "expected", "reason"), TREES)
def test_commas_of_headlines(tree: str, expected: dict[str, tuple[str, str]], reason: str) -> None:
    found = {token.text: (token.dep_, token.head.text) for token in mended(doc_of_tree(tree))}
    assert {word: found[word] for word in expected} == expected, reason
