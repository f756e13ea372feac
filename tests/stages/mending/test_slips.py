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
