"""Tolls of headlines that have no verb: clauses of their own, wherever a parser hung their words."""

import pytest

from stages.mending.slips import mended
from tests.stages.parsed import doc_of_tree


@pytest.mark.parametrize(
    ("tree", "at", "expected", "reason"),
    [
        ("12/CD/0/ROOT dead/JJ/0/flat in/IN/3/case Mali/NNP/1/nmod", 1, ("VBN", "ROOT"), "a headline"),
        ("Oslo/NNP/1/compound blast/NN/1/ROOT :/:/3/punct 9/CD/1/appos dead/JJ/3/amod",
         4, ("VBN", "acl"), "behind a label"),
        ("9/CD/1/nsubj dead/JJ/1/ROOT ,/,/4/punct 30/CD/4/nummod hurt/NN/1/conj", 4, ("VBN", "conj"), "a second toll"),
        ("They/PRP/1/nsubj received/VBD/1/ROOT 12/CD/1/obj dead/JJ/2/amod", 3, ("NNS", "obj"), "a noun under a verb"),
        ("It/PRP/1/nsubj left/VBD/1/ROOT 12/CD/1/obj dead/JJ/1/xcomp", 3, ("JJ", "xcomp"), "left so"),
        ("Two/CD/2/nummod dead/JJ/2/amod men/NNS/3/nsubj lay/VBD/3/ROOT", 1, ("JJ", "amod"), "which men"),
    ],
)  # fmt: skip
def test_a_toll_without_a_verb_is_a_clause(tree: str, at: int, expected: tuple[str, str], reason: str) -> None:
    dead = mended(doc_of_tree(tree))[at]
    assert (dead.tag_, dead.dep_) == expected, reason


def test_the_event_at_the_end_of_a_headline_is_no_verb() -> None:
    doc = mended(
        doc_of_tree(
            "12/CD/4/nsubj dead/JJ/0/flat in/IN/3/case Chad/NNP/1/nmod clashes/VBZ/4/ROOT"
        )
    )  # fmt: skip
    assert [(token.head.text, token.dep_) for token in doc[3:]] == [("clashes", "compound"), ("dead", "obl")]


@pytest.mark.parametrize(
    ("tree", "expected", "reason"),
    [
        ("Oslo/NNP/1/nsubj blasts/VBZ/1/ROOT :/:/4/punct Toll/NN/4/nsubj rises/VBZ/1/parataxis", "NNS", "a label"),
        ("Oslo/NNP/1/nsubj blasts/VBZ/1/ROOT plan/NN/1/obj :/:/4/punct aide/NN/1/parataxis", "VBZ", "it criticises"),
    ],
)
def test_an_event_before_a_colon_is_a_noun(tree: str, expected: str, reason: str) -> None:
    assert mended(doc_of_tree(tree))[1].tag_ == expected, reason


def test_who_is_feared_dead_fears_nothing() -> None:
    doc = mended(doc_of_tree("Hundreds/NNS/1/nsubj feared/VBD/1/ROOT dead/JJ/1/xcomp in/IN/4/case raid/NN/1/obl"))
    assert [(token.tag_, token.dep_) for token in doc[:3]] == [
        ("NNS", "nsubj:pass"),
        ("VBN", "ROOT"),
        ("VBN", "xcomp"),
    ]


@pytest.mark.parametrize(
    "tree",
    [
        ("It/PRP/1/nsubj held/VBD/1/ROOT 200/CD/5/nummod or/CC/4/cc more/JJR/2/conj men/NNS/1/obj"),
        ("It/PRP/1/nsubj held/VBD/1/ROOT 200/CD/1/obj or/CC/4/cc more/JJR/2/conj men/NNS/2/conj"),
    ],
)
def test_or_more_goes_with_the_number_and_not_with_the_people(tree: str) -> None:
    doc = mended(doc_of_tree(tree))
    assert [(token.head.text, token.dep_) for token in (doc[2], doc[5])] == [("men", "nummod"), ("held", "obj")]


@pytest.mark.parametrize(
    ("tree", "expected", "reason"),
    [
        ("Bomb/NN/1/nsubj kills/VBZ/1/ROOT 9/CD/1/obj ,/,/4/punct wounds/NNS/5/nsubj 31/CD/1/ccomp",
         [("VBZ", "conj"), ("CD", "obj")], "the bomb does"),
        ("Bomb/NN/1/nsubj kills/VBZ/1/ROOT 9/CD/1/obj ,/,/4/punct wounds/NNS/1/conj heal/VBP/4/acl",
         [("NNS", "conj"), ("VBP", "acl")], "no number"),
    ],
)  # fmt: skip
def test_a_second_harm_with_a_number_is_a_verb(tree: str, expected: list[tuple[str, str]], reason: str) -> None:
    assert [(token.tag_, token.dep_) for token in mended(doc_of_tree(tree))[4:]] == expected, reason
