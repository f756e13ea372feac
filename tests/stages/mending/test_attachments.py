"""Phrases that a parser hangs on the wrong word."""

import pytest

from stages.mending.slips import mended
from tests.stages.parsed import doc_of_tree


@pytest.mark.parametrize(
    ("tree", "at", "expected", "reason"),
    [
        (("Chad/NNP/1/nsubj imposed/VBD/1/ROOT curfews/NNS/3/compound hours/NNS/1/obj after/IN/5/case raids/NNS/1/obl"),
         2, ("obj", "imposed"), "curfews are imposed"),
        (("Chad/NNP/1/nsubj cut/VBD/1/ROOT working/NN/3/compound hours/NNS/1/obj in/IN/5/case May/NNP/1/obl"),
         3, ("obj", "cut"), "hours are cut"),
        (("Men/NNS/6/nsubj retreated/VBN/0/acl after/IN/3/case rebels/NNS/1/obl too/RB/3/advmod have/VBP/6/aux "
          "shelled/VBD/6/ROOT"),
         3, ("obl", "retreated"), "only what stands right before a verb acts"),
        (("Men/NNS/4/nsubj retreated/VBN/0/acl after/IN/3/case rebels/NNS/1/obl shelled/VBD/4/ROOT it/PRP/4/obj"),
         3, ("nsubj", "shelled"), "the rebels shelled it"),
        (("Men/NNS/4/nsubj shot/VBN/0/acl after/IN/3/case raids/NNS/1/obl blamed/VBD/4/ROOT it/PRP/4/obj"),
         0, ("nsubj", "blamed"), "men may be shot and blame somebody"),
        (("Cars/NNS/1/nsubj set/VBD/1/ROOT ablaze/JJ/1/advmod"),
         0, ("nsubj:pass", "set"), "the cars burn"),
        (("Men/NNS/1/nsubj marched/VBD/1/ROOT ,/,/4/punct looting/VBG/4/compound shops/NNS/1/obl"),
         4, ("obj", "looting"), "the men loot shops"),
        (("Men/NNS/1/nsubj holding/VBG/1/ROOT nuns/NNS/3/nsubj demanded/VBD/1/ccomp cash/NN/3/obj"),
         0, ("nsubj", "demanded"), "whoever holds them demands it"),
        (("Men/NNS/1/nsubj holding/VBG/3/csubj nuns/NNS/1/obj demanded/VBD/3/ROOT cash/NN/3/obj"),
         1, ("acl", "Men"), "the men who hold them demand it"),
        (("Hit/VBN/0/ROOT by/IN/3/case masked/JJ/3/amod men/NNS/0/obl:agent in/IN/5/case Lome/NNP/2/obl"),
         5, ("nmod", "men"), "the men are in Lome"),
        (("It/PRP/1/nsubj stayed/VBD/1/ROOT with/IN/3/case clashes/NNS/4/nsubj reported/VBD/1/advcl between/IN/6/case "
          "clans/NNS/4/obl"),
         6, ("nmod", "clashes"), "the clashes are between them"),
    ],
)  # fmt: skip
def test_what_hangs_on_the_wrong_word(tree: str, at: int, expected: tuple[str, str], reason: str) -> None:
    found = mended(doc_of_tree(tree))[at]
    assert (found.dep_, found.head.text) == expected, reason
