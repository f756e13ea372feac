"""Words that describe a noun, which a parser takes for the clause's own verb, and the other way about."""

import pytest
from spacy.tokens import Span

from stages.mending.slips import mended
from tests.stages.parsed import doc_of_tree


@pytest.mark.parametrize(
    ("tree", "at", "expected", "reason"),
    [
        (("Cells/NNS/1/nsubj blamed/VBD/1/ROOT for/IN/3/case raids/NNS/1/obl denied/VBD/1/advcl it/PRP/4/obj"),
         0, ("nsubj", "denied"), "those who are blamed deny it"),
        (("Cells/NNS/1/nsubj blamed/VBD/1/ROOT for/IN/3/case raids/NNS/1/obl when/WRB/5/mark asked/VBD/1/advcl"),
         0, ("nsubj", "blamed"), "a clause with a word of its own is no main verb"),
        (("The/DT/1/det curfew/NN/2/nsubj imposed/VBD/2/ROOT in/IN/4/case Oslo/NNP/2/obl was/VBD/6/aux:pass "
          "lifted/VBN/2/ccomp"),
         1, ("nsubj:pass", "lifted"), "what was imposed was lifted"),
        (("Boats/NNS/1/nsubj passed/VBD/1/ROOT rigs/NNS/1/obj still/RB/4/advmod burning/VBG/1/advcl"),
         4, ("acl", "rigs"), "the rigs burn"),
        (("Peru/NNP/1/nsubj asked/VBD/1/ROOT Chile/NNP/1/iobj to/TO/4/mark help/VB/1/xcomp"),
         2, ("obj", "asked"), "Chile is asked"),
        (("Peru/NNP/1/nsubj told/VBD/1/ROOT Chile/NNP/1/iobj lies/NNS/1/obj to/TO/5/mark win/VB/1/xcomp"),
         2, ("iobj", "told"), "Chile is told something"),
        (("She/PRP/1/nsubj rejected/VBD/1/ROOT union/NN/3/compound demands/VBZ/1/obj"),
         3, ("obj", "rejected"), "the demands are rejected"),
        (("Mobs/NNS/1/nsubj burned/VBD/1/ROOT cars/NNS/1/obj and/CC/5/cc looted/VBN/5/amod shops/NNS/2/conj"),
         4, ("conj", "burned"), "the shops were looted then"),
        (("Men/NNS/1/nsubj carried/VBD/1/ROOT arms/NNS/1/obj and/CC/5/cc looted/VBN/5/amod food/NN/2/conj"),
         5, ("obj", "looted"), "and so was the food"),
        (("Mobs/NNS/1/nsubj burned/VBD/1/ROOT cars/NNS/1/obj and/CC/5/cc parked/VBN/5/amod vans/NNS/2/conj"),
         4, ("amod", "vans"), "they stood there before"),
        (("Niger/NNP/1/nsubj sent/VBD/1/ROOT aid/NN/1/obj to/TO/4/mark flood/VB/1/advcl victims/NNS/4/obj"),
         5, ("obj", "flood"), "a word that may be a verb stays one"),
        (("Niger/NNP/1/nsubj sent/VBD/1/ROOT aid/NN/1/obj to/TO/4/mark earthquake/VB/1/advcl victims/NNS/4/obj"),
         5, ("nmod", "aid"), "the aid is for the victims"),
        (("Fire/NN/5/nsubj between/IN/3/case Thai/JJ/3/amod guards/NNS/5/nsubj went/VBD/5/aux on/VBD/5/ROOT"),
         3, ("nmod", "Fire"), "the fire is between them"),
        (("They/PRP/1/nsubj held/VBD/1/ROOT it/PRP/1/obj two/CD/4/nummod days/NNS/1/obl to/TO/6/mark "
          "protest/VB/4/acl"),
         6, ("advcl", "held"), "they held it to protest"),
        (("She/PRP/1/nsubj met/VBD/1/ROOT men/NNS/1/obj in/IN/5/case a/DT/5/det bid/NN/2/nmod to/TO/7/mark "
          "end/VB/5/acl it/PRP/7/obj"),
         5, ("obl", "met"), "the bid is hers"),
        (("Oslo/NNP/1/nsubj froze/VBD/1/ROOT aid/NN/1/obj to/IN/4/case Chad/NNP/2/acl"),
         4, ("nmod", "aid"), "a name is no clause"),
    ],
)  # fmt: skip
def test_what_describes_a_noun(tree: str, at: int, expected: tuple[str, str], reason: str) -> None:
    found = mended(doc_of_tree(tree))[at]
    assert (found.dep_, found.head.text) == expected, reason


@pytest.mark.parametrize(
    ("tree", "expected", "reason"),
    [
        (("Okoye/RB/6/advmod ,/,/0/punct a/DT/3/det miner/NN/6/nsubj:pass ,/,/3/punct was/VBD/6/aux:pass "
          "freed/VBN/6/ROOT"),
         {"Okoye": ("nsubj:pass", "freed"), "miner": ("appos", "Okoye")}, "who is freed is a miner"),
        (("Okoye/NNP/2/vocative ,/,/0/punct once/RB/7/advmod his/PRP$/4/nmod:poss ally/NN/2/obj ,/,/2/punct "
          "yesterday/NN/7/obl:unmarked left/VBD/7/ROOT"),
         {"Okoye": ("nsubj", "left"), "once": ("appos", "Okoye")}, "the ally left"),
        (("Okoye/NNP/5/vocative ,/,/0/punct the/DT/3/det miners/NNS/5/nsubj have/VBP/5/aux gone/VBN/5/ROOT"),
         {"Okoye": ("vocative", "gone"), "miners": ("nsubj", "gone")}, "Okoye is told that they have gone"),
    ],
)  # fmt: skip
def test_a_name_opens_a_sentence(tree: str, expected: dict[str, tuple[str, str]], reason: str) -> None:
    doc = doc_of_tree(tree)
    doc.set_ents([Span(doc, 0, 1, "PERSON")])
    found = {token.text: (token.dep_, token.head.text) for token in mended(doc)}
    assert {word: found[word] for word in expected} == expected, reason


def test_the_first_of_a_list_acts_too() -> None:
    tree = ("Chile/NNP/5/vocative ,/,/0/punct Peru/NNP/5/nsubj and/CC/4/cc Cuba/NNP/2/conj offered/VBD/5/ROOT "
            "aid/NN/5/obj")  # fmt: skip
    doc = doc_of_tree(tree)
    doc.set_ents([Span(doc, at, at + 1, "LOC") for at in (0, 2, 4)])
    found = {token.text: (token.dep_, token.head.text) for token in mended(doc)}
    assert (found["Chile"], found["Peru"]) == (("nsubj", "offered"), ("conj", "Chile"))
