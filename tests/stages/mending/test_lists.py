"""Subjects and places that a parser takes for members of the list or the clause before them."""

import pytest
from spacy.tokens import Doc, Span

from stages.mending.slips import mended
from tests.stages.parsed import doc_of_tree


def _named(tree: str, *names: tuple[int, int, str]) -> Doc:
    doc = doc_of_tree(tree)
    doc.set_ents([Span(doc, start, end, label) for start, end, label in names])
    return mended(doc)


@pytest.mark.parametrize(
    ("tree", "expected", "reason"),
    [
        (("He/PRP/2/nsubj:pass was/VBD/2/aux:pass shot/VBN/2/ROOT in/IN/4/case Peru/NNP/2/obl and/CC/6/cc "
         "cars/NNS/4/conj were/VBD/8/aux:pass burned/VBN/2/conj"),
         ("nsubj:pass", "burned"), "the cars are burned"),
        (("He/PRP/2/nsubj:pass was/VBD/2/aux:pass seen/VBN/2/ROOT in/IN/4/case Peru/NNP/2/obl and/CC/6/cc "
         "ports/NNS/4/conj and/CC/8/cc arrested/VBN/2/conj"),
         ("conj", "Peru"), "whoever was seen is arrested"),
    ],
)  # fmt: skip
def test_what_stands_before_a_verb_of_its_own_is_no_second_place(
    tree: str, expected: tuple[str, str], reason: str
) -> None:
    found = _named(tree, (4, 5, "LOC"))[6]
    assert (found.dep_, found.head.text) == expected, reason


def test_the_end_of_a_given_name_is_no_preposition() -> None:
    doc = doc_of_tree(
        "It/PRP/1/nsubj fell/VBD/1/ROOT after/IN/4/case Moon/NNP/4/compound Jae/NNP/1/obl -/,/4/punct in/IN/7/mark "
        "asked/VBD/1/advcl them/PRP/7/obj"
    )
    whole = Doc(doc.vocab, [token.text for token in doc], spaces=[True] * 4 + [False] * 2 + [True] * 3).from_array(
        ["TAG", "HEAD", "DEP"], doc.to_array(["TAG", "HEAD", "DEP"])
    )
    whole.set_ents([Span(whole, 3, 7, "PERSON")])
    asked = mended(whole)[7]
    assert [(child.text, child.dep_) for child in asked.lefts] == [("after", "mark"), ("Jae", "nsubj")]


@pytest.mark.parametrize(
    ("tree", "head", "reason"),
    [
        (("Men/NNS/1/nsubj marched/VBD/1/ROOT to/IN/4/case the/DT/4/det camp/NN/1/obl ,/,/6/punct besieged/VBN/1/advcl "
         "by/IN/8/case rebels/NNS/6/obl:agent"),
         "camp", "the camp is besieged"),
        (("Men/NNS/1/nsubj marched/VBD/1/ROOT to/IN/4/case the/DT/4/det camp/NN/1/obl ,/,/6/punct moved/VBN/1/advcl "
         "by/IN/8/case grief/NN/6/obl:agent"),
         "marched", "the men are moved"),
    ],
)  # fmt: skip
def test_a_place_is_held_or_besieged(tree: str, head: str, reason: str) -> None:
    assert mended(doc_of_tree(tree))[6].head.text == head, reason
