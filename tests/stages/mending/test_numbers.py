"""Numbers hung on the wrong word: what "close to" stands before."""

import pytest

from stages.mending.slips import mended
from tests.stages.parsed import doc_of_tree

TREES = [
    (("Police/NNS/1/nsubj said/VBD/1/ROOT close/RB/1/advmod to/IN/5/case 40/CD/5/nummod monks/NNS/2/obl had/VBD/7/aux "
      "fled/VBN/1/conj"),
     {"monks": ("nsubj", "fled"), "close": ("advmod", "40")}, "the monks fled"),
    (("Raids/NNS/1/nsubj killed/VBD/1/ROOT close/RB/1/advmod to/IN/5/case 50/CD/5/nummod soldiers/NNS/1/obl "
      "near/IN/7/case Taiz/NNP/1/obl"),
     {"soldiers": ("obj", "killed")}, "whom they killed"),
    (("They/PRP/1/nsubj fell/VBD/1/ROOT close/RB/1/advmod to/IN/5/case 40/CD/5/nummod houses/NNS/2/obl"),
     {"houses": ("obl", "close")}, "where they fell"),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "expected", "reason"), TREES)
def test_close_to_a_number(tree: str, expected: dict[str, tuple[str, str]], reason: str) -> None:
    found = {token.text: (token.dep_, token.head.text) for token in mended(doc_of_tree(tree))}
    assert {word: found[word] for word in expected} == expected, reason
