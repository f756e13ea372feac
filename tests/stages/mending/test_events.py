"""Events behind a name that a parser takes for the whole phrase."""

import pytest

from stages.mending.slips import mended
from tests.stages.parsed import doc_of_tree


@pytest.mark.parametrize(
    ("tree", "expected", "reason"),
    [
        ("Two/CD/1/nsubj died/VBD/1/ROOT in/IN/4/case a/DT/4/det PKK/NNP/1/obl ambush/NN/1/conj",
         [("ambush", "compound"), ("died", "obl")], "an ambush by them"),
        ("Two/CD/1/nsubj died/VBD/1/ROOT in/IN/4/case a/DT/4/det PKK/NNP/5/compound ambush/NN/1/obj",
         [("ambush", "compound"), ("died", "obl")], "they died in it"),
        ("Two/CD/1/nsubj died/VBD/1/ROOT in/IN/3/case Oslo/NNP/1/obl ,/,/5/punct ambush/NN/1/conj",
         [("ambush", "punct"), ("died", "conj")], "a place, and another thing"),
        ("They/PRP/1/nsubj held/VBD/1/ROOT ten/CD/1/obj to/IN/4/case house/NN/5/compound raids/NNS/1/obj",
         [("raids", "compound"), ("held", "obj")], "no name"),
    ],
)  # fmt: skip
def test_an_event_behind_a_name_is_the_head_of_its_phrase(
    tree: str, expected: list[tuple[str, str]], reason: str
) -> None:
    doc = mended(doc_of_tree(tree))
    assert [(token.head.text, token.dep_) for token in doc[4:]] == expected, reason
