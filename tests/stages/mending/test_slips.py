"""Mending: joint subjects, and words without a part of speech; nothing else changes."""

import pytest
from spacy.tokens import Doc

from stages.mending.slips import mended
from tests.stages.parsed import STRINGS

JOINT = ["A", "major", "and", "six", "men", "left", "their", "base"]


def doc_of(words: list[str], heads: list[int], deps: list[str], pos: list[str], tags: list[str] | None = None) -> Doc:
    return Doc(STRINGS, words=words, heads=heads, deps=deps, pos=pos, tags=tags or [""] * len(words))


def test_two_subjects_with_and_between_them_are_one_list() -> None:
    doc = mended(
        doc_of(
            JOINT,
            [1, 5, 5, 4, 5, 5, 7, 5],
            ["det", "nsubj", "cc", "nummod", "nsubj", "ROOT", "nmod:poss", "obj"],
            ["DET", "NOUN", "CCONJ", "NUM", "NOUN", "VERB", "PRON", "NOUN"],
        )
    )
    assert [(token.dep_, token.head.text) for token in doc[1:5]] == [
        ("nsubj", "left"), ("cc", "men"), ("nummod", "men"), ("conj", "major"),
    ]  # fmt: skip


def test_subjects_with_other_words_between_them_are_left() -> None:
    words = ["Men", "who", "fled", "and", "they", "left"]
    heads, deps = [5, 2, 0, 5, 5, 5], ["nsubj", "nsubj", "acl:relcl", "cc", "nsubj", "ROOT"]
    doc = mended(doc_of(words, heads, deps, ["NOUN", "PRON", "VERB", "CCONJ", "PRON", "VERB"]))
    assert doc[4].dep_ == "conj"  # the clause belongs to the first noun, so only "and" stands between
    words = ["Men", "yesterday", "they", "left"]
    doc = mended(doc_of(words, [3, 3, 3, 3], ["nsubj", "obl", "nsubj", "ROOT"], ["NOUN", "NOUN", "PRON", "VERB"]))
    assert doc[2].dep_ == "nsubj"


@pytest.mark.parametrize(
    ("marker", "dep"),
    [("mark", "xcomp"), ("case", "obl")],  # they plan to march; they went to market
)
def test_an_infinitive_is_no_phrase(marker: str, dep: str) -> None:
    doc = doc_of(
        ["They", "plan", "to", "march"],
        [1, 1, 3, 1],
        ["nsubj", "ROOT", marker, "obl"],
        ["PRON", "VERB", "ADP", "VERB"],
    )
    assert mended(doc)[3].dep_ == dep


@pytest.mark.parametrize(
    ("tag", "lemma", "dep", "pos"),
    [
        ("NNS", "soldier", "nsubj", "NOUN"),
        ("NNP", "Homs", "obl", "PROPN"),
        ("VBD", "have", "aux", "AUX"),
        ("VBD", "have", "ROOT", "VERB"),  # they had weapons
        ("VBN", "desert", "ROOT", "VERB"),
        ("FW", "coup", "obj", "X"),
    ],
)
def test_a_word_without_a_part_of_speech_has_that_of_its_tag(tag: str, lemma: str, dep: str, pos: str) -> None:
    is_root = dep == "ROOT"
    doc = Doc(
        STRINGS,
        words=["it", lemma],
        heads=[1, 1] if is_root else [0, 0],
        deps=["nsubj", dep] if is_root else ["ROOT", dep],
        lemmas=["it", lemma],
        tags=["PRP", tag],
    )
    assert mended(doc)[1].pos_ == pos


def test_a_verb_with_its_subject_is_no_adjective() -> None:
    doc = mended(
        doc_of(
            ["The", "envoy", "denied", "rumours", "that", "men", "had", "fled"],
            [1, 2, 3, 3, 7, 7, 7, 3],
            ["det", "nsubj", "amod", "ROOT", "obj", "nsubj", "aux", "acl:relcl"],
            ["DET", "NOUN", "VERB", "NOUN", "SCONJ", "NOUN", "AUX", "VERB"],
            ["DT", "NN", "VBD", "NNS", "IN", "NNS", "VBD", "VBN"],
        )
    )
    assert [(doc[at].dep_, doc[at].head.text) for at in (2, 3)] == [("ROOT", "denied"), ("obj", "denied")]
    assert [(doc[at].dep_, doc[at].head.text) for at in (4, 7)] == [("mark", "fled"), ("acl", "rumours")]


def test_an_adjective_before_a_number_is_a_verb_behind_to() -> None:
    doc = mended(
        doc_of(
            ["They", "began", "to", "free", "40", "men"],
            [1, 1, 5, 5, 5, 1],
            ["nsubj", "ROOT", "case", "amod", "nummod", "obl"],
            ["PRON", "VERB", "ADP", "ADJ", "NUM", "NOUN"],
            ["PRP", "VBD", "IN", "JJ", "CD", "NNS"],
        )
    )
    assert [(doc[at].dep_, doc[at].head.text) for at in (2, 3, 5)] == [
        ("mark", "free"),
        ("xcomp", "began"),
        ("obj", "free"),
    ]


def test_the_object_of_saying_with_a_participle_opens_what_is_said() -> None:
    doc = mended(
        doc_of(
            ["Nurses", "said", "gunmen", "shot", "at", "ambulances"],
            [1, 1, 1, 2, 5, 3],
            ["nsubj", "ROOT", "obj", "acl", "case", "obl"],
            ["NOUN", "VERB", "NOUN", "VERB", "ADP", "NOUN"],
            ["NNS", "VBD", "NNS", "VBN", "IN", "NNS"],
        )
    )
    assert [(doc[at].dep_, doc[at].head.text) for at in (2, 3)] == [("nsubj", "shot"), ("ccomp", "said")]


def test_an_effect_is_said_of_the_nearest_clause() -> None:
    doc = mended(
        doc_of(
            ["Rebels", "fled", "while", "troops", "advanced", ",", "burning", "huts"],
            [1, 1, 4, 4, 1, 6, 1, 6],
            ["nsubj", "ROOT", "mark", "nsubj", "advcl", "punct", "advcl", "obj"],
            ["NOUN", "VERB", "SCONJ", "NOUN", "VERB", "PUNCT", "VERB", "NOUN"],
            ["NNS", "VBD", "IN", "NNS", "VBD", ",", "VBG", "NNS"],
        )
    )
    assert doc[6].head.text == "advanced"


def test_before_opens_a_clause_where_a_verb_follows_its_noun() -> None:
    doc = mended(
        doc_of(
            ["They", "shelled", "Bor", "before", "tanks", "came", "in"],
            [1, 1, 1, 4, 1, 1, 5],
            ["nsubj", "ROOT", "obj", "case", "obl", "conj", "advmod"],
            ["PRON", "VERB", "PROPN", "ADP", "NOUN", "VERB", "ADV"],
            ["PRP", "VBD", "NNP", "IN", "NNS", "VBD", "RB"],
        )
    )
    assert [(doc[at].dep_, doc[at].head.text) for at in (3, 4, 5)] == [
        ("mark", "came"),
        ("nsubj", "came"),
        ("advcl", "shelled"),
    ]


def test_a_participle_read_as_past_is_the_verb_of_the_noun_behind_after() -> None:
    doc = mended(
        doc_of(
            ["Troops", "sent", "aid", "after", "Mali", "shot", "men"],
            [1, 1, 1, 4, 2, 2, 5],
            ["nsubj", "ROOT", "obj", "case", "nmod", "acl", "obj"],
            ["NOUN", "VERB", "NOUN", "ADP", "PROPN", "VERB", "NOUN"],
            ["NNS", "VBD", "NN", "IN", "NNP", "VBD", "NNS"],
        )
    )
    assert [(doc[at].dep_, doc[at].head.text) for at in (3, 4, 5)] == [
        ("mark", "shot"),
        ("nsubj", "shot"),
        ("advcl", "sent"),
    ]


def test_a_noun_with_an_article_is_what_was_bombed_and_not_part_of_those_killed() -> None:
    doc = mended(
        doc_of(
            ["Jets", "bombed", "the", "valley", "killing", "herdsmen"],
            [1, 1, 3, 5, 5, 1],
            ["nsubj", "ROOT", "det", "compound", "compound", "obj"],
            ["NOUN", "VERB", "DET", "NOUN", "VERB", "NOUN"],
            ["NNS", "VBD", "DT", "NN", "VBG", "NNS"],
        )
    )
    assert [(doc[at].dep_, doc[at].head.text) for at in (3, 4, 5)] == [
        ("obj", "bombed"),
        ("advcl", "bombed"),
        ("obj", "killing"),
    ]


def test_the_second_thing_said_goes_with_the_first() -> None:
    doc = mended(
        doc_of(
            ["Nuns", "said", "that", "gunmen", "hold", "boys", "and", "that", "many", "fled"],
            [1, 1, 4, 4, 1, 4, 9, 9, 9, 5],
            ["nsubj", "ROOT", "mark", "nsubj", "ccomp", "obj", "cc", "mark", "nsubj", "conj"],
            ["NOUN", "VERB", "SCONJ", "NOUN", "VERB", "NOUN", "CCONJ", "SCONJ", "ADJ", "VERB"],
            ["NNS", "VBD", "IN", "NNS", "VBP", "NNS", "CC", "IN", "JJ", "VBD"],
        )
    )
    assert doc[9].head.text == "hold"


@pytest.mark.parametrize(
    ("tag", "dep", "relation"),
    [("VBD", "conj", "obj"), ("VBN", "amod", "conj")],  # they banned it and promised aid; and promised aid came
)
def test_a_finite_verb_after_and_describes_no_noun(tag: str, dep: str, relation: str) -> None:
    doc = doc_of(
        ["They", "banned", "it", "and", "promised", "aid"],
        [1, 1, 1, 5, 5, 1],
        ["nsubj", "ROOT", "obj", "cc", "amod", "conj"],
        ["PRON", "VERB", "PRON", "CCONJ", "VERB", "NOUN"],
        ["PRP", "VBD", "PRP", "CC", tag, "NN"],
    )
    assert (mended(doc)[4].dep_, mended(doc)[5].dep_) == (dep, relation)
