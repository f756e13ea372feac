# ruff: noqa: S311 (dice for texts, not for secrets)
import re
from random import Random

import pytest

import seeds
from stages.training.reports import report_sentences, templates_in
from stages.training.sentences import Grammar, grammar_in, with_lexicon
from stages.training.treebanks import BadTreebank, Sentence

REPORTS = (seeds.FOLDER / "training" / "reports.txt").read_text("utf-8")
SMALL = """[report]
{people}|3|nsubj:pass were|be|VBD|3|aux:pass {harm:VBN}|0|root {when}|3|obl .|.|.|3|punct
[people]
a|a|DT|2|det officer|officer|NN|0|root
[when]
on|on|IN|2|case {day}|0|obl:tmod
[day]
Monday|Monday|NNP|0|root
[harm]
shoot shot shot
"""


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    text = (seeds.FOLDER / "training" / "people.txt").read_text("utf-8")
    places = ("city", "country", "region", "town", "respelt", "theatre", "groups", "outlets")
    return with_lexicon(grammar_in(text), {name: ["Odessa", "South Sudan", "Al-Bab"] for name in places})


def words_of(sentence: Sentence) -> list[tuple[str, str, str]]:
    return [(word.form, word.dep, sentence.words[word.head].form) for word in sentence.words]


def test_a_template_is_filled_as_a_tree(grammar: Grammar) -> None:
    (made,) = report_sentences(SMALL, grammar, Random(1), 1)
    assert made.text == "An officer were shot on Monday."
    assert words_of(made) == [
        ("An", "det", "officer"),
        ("officer", "nsubj:pass", "shot"),
        ("were", "aux:pass", "shot"),
        ("shot", "ROOT", "shot"),
        ("on", "case", "Monday"),
        ("Monday", "obl:tmod", "shot"),  # the phrase states another relation than the slot
        (".", "punct", "shot"),
    ]
    assert [(word.lemma, word.tag) for word in made.words][3] == ("shoot", "VBN")


def test_every_shipped_template_is_one_projective_tree(grammar: Grammar) -> None:
    made = list(report_sentences(REPORTS, grammar, Random(4), 6))
    assert len(made) == 6 * len(templates_in(REPORTS)["report"])
    for sentence in made:
        heads = [word.head for word in sentence.words]
        assert [word.dep == "ROOT" for word in sentence.words] == [at == head for at, head in enumerate(heads)]
        assert sum(word.dep == "ROOT" for word in sentence.words) == 1
        assert all(_reaches_root(at, heads) for at in range(len(heads)))
        assert not _crossing(heads), sentence.text
        assert not re.search(r"[{}|_]", sentence.text)


def _reaches_root(at: int, heads: list[int]) -> bool:
    for _ in heads:
        at = heads[at]
    return heads[at] == at


def _crossing(heads: list[int]) -> list[tuple[int, int]]:
    arcs = sorted((min(at, head), max(at, head)) for at, head in enumerate(heads) if at != head)
    return [first for first in arcs for second in arcs if first[0] < second[0] < first[1] < second[1]]


def test_the_same_dice_write_the_same_reports(grammar: Grammar) -> None:
    first, second = ([s.text for s in report_sentences(REPORTS, grammar, Random(5), 1)] for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("loose|loose|NN|0|root", "before the first section"),
        ("[report]\nhe|he|PRP", "instead of 3 or 5|no section"),
        ("[report]\nhe|he", "instead of 3 or 5"),
        ("[report]\n{nobody}|0|root", "no section fills the slot 'nobody'"),
    ],
)
def test_a_bad_template_is_refused(text: str, message: str, grammar: Grammar) -> None:
    with pytest.raises(BadTreebank, match=message):
        list(report_sentences(text, grammar, Random(1), 1))
