"""Deeds that a parser parts from who did them."""

import pytest

from stages.mending.slips import mended
from tests.stages.parsed import doc_of_tree


@pytest.mark.parametrize(
    ("tree", "at", "expected", "reason"),
    [
        (("Men/NNS/1/nsubj had/VBD/1/ROOT stolen/VBN/3/amod goats/NNS/1/obj"), 3, ("obj", "stolen"), "they stole them"),
        (("Men/NNS/1/nsubj had/VBD/1/ROOT armed/VBN/3/amod guards/NNS/1/obj"), 3, ("obj", "had"), "guards with arms"),
        (("Men/NNS/2/nsubj ,/,/2/punct held/VBD/2/ROOT Monday/NNP/2/obl ,/,/5/punct "
          "remain/VBP/2/parataxis there/RB/5/advmod"),
         0, ("nsubj", "remain"), "the men remain"),
        (("Men/NNS/1/nsubj fled/VBD/1/ROOT home/RB/1/advmod ,/,/4/punct remain/VBP/1/parataxis there/RB/4/advmod"),
         0, ("nsubj", "fled"), "no comma before the first verb"),
        (("Chad/NNP/1/nsubj accused/VBD/1/ROOT men/NNS/1/obj of/IN/4/mark storming/VBG/2/acl jails/NNS/4/obj "
          ",/,/7/punct freeing/VBG/1/advcl ten/CD/7/obj"),
         7, ("conj", "storming"), "the men freed them"),
        (("Chad/NNP/1/nsubj accused/VBD/1/ROOT men/NNS/1/obj of/IN/4/mark storming/VBG/2/acl jails/NNS/4/obj "
          ",/,/7/punct citing/VBG/1/advcl police/NNS/7/obj"),
         7, ("advcl", "accused"), "Chad cites them"),
        (("Bodies/NNS/1/nsubj have/VBP/3/aux been/VBN/3/aux:pass found/VBN/3/ROOT"),
         0, ("nsubj:pass", "found"), "the bodies are found"),
        (("clashes/VBZ/4/nsubj between/IN/2/case soldiers/NNS/0/nmod there/RB/4/advmod resumed/VBD/4/ROOT"),
         0, ("nsubj", "resumed"), "clashes are a noun"),
        (("Fighting/NN/5/nsubj between/IN/2/case soldiers/NNS/0/nmod and/CC/4/cc "
          "rebels/NNS/5/nsubj resumed/VBD/5/ROOT"),
         4, ("conj", "soldiers"), "it is between both"),
        (("After/IN/1/case lulls/NNS/8/obl ,/,/3/punct fighting/VBG/1/acl between/IN/5/case soldiers/NNS/3/obl "
          "and/CC/7/cc rebels/NNS/8/nsubj resumed/VBD/8/ROOT"),
         3, ("nsubj", "resumed"), "the fighting resumed"),
    ],
)  # fmt: skip
def test_who_did_a_deed_has_it(tree: str, at: int, expected: tuple[str, str], reason: str) -> None:
    found = mended(doc_of_tree(tree))[at]
    assert (found.dep_, found.head.text) == expected, reason


@pytest.mark.parametrize(
    ("tree", "at", "expected", "reason"),
    [
        (("It/PRP/1/nsubj registered/VBD/1/ROOT five/CD/3/nummod deaths/NNS/1/obj and/CC/5/cc "
          "9/CD/3/conj wounded/JJ/1/xcomp"),
         6, ("conj", "deaths"), "nine are wounded"),
        (("It/PRP/1/nsubj reported/VBD/1/ROOT 8/CD/3/nummod dead/JJ/6/amod and/CC/5/cc "
          "14/CD/6/nummod injuries/NNS/1/obj"),
         3, ("obj", "reported"), "no injuries are dead"),
        (("It/PRP/1/nsubj reported/VBD/1/ROOT nine/CD/1/obj dead/JJ/1/xcomp"), 3, ("obj", "reported"), "the dead"),
        (("It/PRP/1/nsubj left/VBD/1/ROOT nine/CD/1/obj dead/JJ/1/xcomp"), 3, ("xcomp", "left"), "what it left them"),
        (("Unions/NNS/1/nsubj speak/VBP/1/ROOT of/IN/3/case 52/CD/4/nummod dead/JJ/1/obj"),
         4, ("obl", "speak"), "of whom"),
        (("Elders/NNS/1/compound speak/NN/1/ROOT of/IN/3/case raids/NNS/1/nmod"), 0, ("nsubj", "speak"), "they speak"),
    ],
)  # fmt: skip
def test_a_tally_counts_each_by_itself(tree: str, at: int, expected: tuple[str, str], reason: str) -> None:
    found = mended(doc_of_tree(tree))[at]
    assert (found.dep_, found.head.text) == expected, reason
