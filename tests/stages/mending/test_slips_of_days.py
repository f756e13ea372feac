"""Mending: days that read as parties, places and names read as subjects, and what a headline says was shot down."""

import pytest
from spacy.tokens import Doc

from stages.mending.slips import mended
from tests.stages.parsed import STRINGS


def doc_of(words: list[str], heads: list[int], deps: list[str], pos: list[str], tags: list[str] | None = None) -> Doc:
    return Doc(STRINGS, words=words, heads=heads, deps=deps, pos=pos, tags=tags or [""] * len(words))


def test_a_bare_day_behind_a_noun_is_when() -> None:
    doc = mended(
        doc_of(
            ["Envoys", "visited", "Ankara", "Saturday", "quietly"],
            [1, 1, 1, 2, 1],
            ["nsubj", "ROOT", "obj", "flat", "advmod"],
            ["NOUN", "VERB", "PROPN", "PROPN", "ADV"],
            ["NNS", "VBD", "NNP", "NNP", "RB"],
        )
    )
    assert (doc[3].dep_, doc[3].head.text) == ("obl:unmarked", "visited")


def test_a_day_kills_nobody() -> None:
    doc = mended(
        doc_of(
            ["Officials", "say", "a", "blast", "near", "the", "convoy", "Sunday", "killed", "two"],
            [1, 1, 3, 1, 6, 6, 3, 8, 1, 8],
            ["nsubj", "ROOT", "det", "obj", "case", "det", "nmod", "nsubj", "ccomp", "obj"],
            ["NOUN", "VERB", "DET", "NOUN", "ADP", "DET", "NOUN", "PROPN", "VERB", "NUM"],
            ["NNS", "VBP", "DT", "NN", "IN", "DT", "NN", "NNP", "VBD", "CD"],
        )
    )
    assert [(doc[at].dep_, doc[at].head.text) for at in (3, 7)] == [("nsubj", "killed"), ("obl:unmarked", "killed")]


def test_those_behind_a_day_and_a_comma_speak() -> None:
    doc = mended(
        doc_of(
            ["In", "notes", "issued", "Sunday", ",", "Ankara", "and", "Athens", "said"],
            [1, 8, 1, 2, 5, 3, 7, 3, 8],
            ["case", "obl", "acl", "obj", "punct", "conj", "cc", "conj", "ROOT"],
            ["ADP", "NOUN", "VERB", "PROPN", "PUNCT", "PROPN", "CCONJ", "PROPN", "VERB"],
            ["IN", "NNS", "VBN", "NNP", ",", "NNP", "CC", "NNP", "VBD"],
        )
    )
    assert [(doc[at].dep_, doc[at].head.text) for at in (3, 5, 7)] == [
        ("obl:unmarked", "issued"), ("nsubj", "said"), ("conj", "Ankara"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        (["They", "marked", "Palm", "Sunday"], "compound"),  # a feast
        (["They", "hired", "Robinson", "Friday"], "obl:unmarked"),
    ],
)
def test_a_feast_is_no_day_of_another_event(words: list[str], relation: str) -> None:
    doc = mended(
        doc_of(
            words, [1, 1, 1, 2], ["nsubj", "ROOT", "obj", "compound"], ["PRON", "VERB", "PROPN", "PROPN"],
            ["PRP", "VBD", "NNP", "NNP"],
        )
    )  # fmt: skip
    assert doc[3].dep_ == relation


def test_a_place_named_within_a_subject_is_no_second_one() -> None:
    doc = Doc(
        STRINGS,
        words=["An", "officer", "in", "the", "capital", ",", "Juba", ",", "says", "so"],
        heads=[1, 8, 4, 4, 1, 6, 8, 6, 8, 8],
        deps=["det", "nsubj", "case", "det", "nmod", "punct", "nsubj", "punct", "ROOT", "advmod"],
        pos=["DET", "NOUN", "ADP", "DET", "NOUN", "PUNCT", "PROPN", "PUNCT", "VERB", "ADV"],
        tags=["DT", "NN", "IN", "DT", "NN", ",", "NNP", ",", "VBZ", "RB"],
        ents=["", "", "", "", "", "", "B-LOC", "", "", ""],
    )
    assert [(token.dep_, token.head.text) for token in (mended(doc)[6],)] == [("appos", "capital")]


def test_a_name_behind_a_group_is_the_groups() -> None:
    doc = Doc(
        STRINGS,
        words=["Girls", "taken", "by", "the", "group", "Harakat", "were", "freed"],
        heads=[5, 0, 4, 4, 1, 7, 7, 7],
        deps=["nsubj", "acl", "case", "det", "obl:agent", "nsubj:pass", "aux:pass", "ROOT"],
        pos=["NOUN", "VERB", "ADP", "DET", "NOUN", "PROPN", "AUX", "VERB"],
        tags=["NNS", "VBN", "IN", "DT", "NN", "NNP", "VBD", "VBN"],
        ents=["", "", "", "", "", "B-ORG", "", ""],
    )
    mended(doc)
    assert [(doc[at].dep_, doc[at].head.text) for at in (0, 5)] == [("nsubj:pass", "freed"), ("appos", "group")]


@pytest.mark.parametrize(
    ("last", "tag", "relation"),
    [
        (["near", "Kano"], "NNP", "nsubj:pass"),  # the jet was shot down
        (["a", "drone"], "NN", "compound"),  # the jet shot down a drone: what a parser made of it is left
    ],
)
def test_what_a_headline_says_was_shot_down_is_no_compound(last: list[str], tag: str, relation: str) -> None:
    doc = mended(
        doc_of(
            ["Army", "jet", "shot", "down", *last],
            [1, 2, 2, 2, 5, 2],
            ["compound", "compound", "ROOT", "advmod", "case" if tag == "NNP" else "det", "nmod"],
            ["NOUN", "NOUN", "NOUN", "ADP", "ADP" if tag == "NNP" else "DET", "PROPN" if tag == "NNP" else "NOUN"],
            ["NN", "NN", "NN", "RP", "IN" if tag == "NNP" else "DT", tag],
        )
    )
    assert (doc[1].dep_, doc[1].head.text) == (relation, "shot")


def test_a_time_given_is_for_a_deed_of_those_who_have_it() -> None:
    doc = mended(
        doc_of(
            ["They", "gave", "the", "town", "two", "days", "to", "surrender"],
            [1, 1, 3, 1, 5, 1, 7, 1],
            ["nsubj", "ROOT", "det", "obj", "nummod", "obl:unmarked", "mark", "advcl"],
            ["PRON", "VERB", "DET", "NOUN", "NUM", "NOUN", "PART", "VERB"],
            ["PRP", "VBD", "DT", "NN", "CD", "NNS", "TO", "VB"],
        )
    )
    assert (doc[7].dep_, doc[7].head.text) == ("acl", "days")
