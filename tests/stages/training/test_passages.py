# ruff: noqa: S311 (dice for texts, not for secrets)
from random import Random

import pytest

from stages.training.casing import as_headline, in_capitals, without_final_stop
from stages.training.passages import Shares, syntax_corpus
from stages.training.treebanks import Sentence, Word


def sentence(text: str, *, stop_is_head: bool = False) -> Sentence:
    forms = text.split()
    head = len(forms) - 1 if stop_is_head else 0
    words = [Word(form, form.lower(), "X", "XX", "", head, "dep", space=True) for form in forms]
    return Sentence(tuple(words), opens_document=True, opens_paragraph=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels take a town in the north .", "Rebels Take a Town in the North"),
        ("to the front !", "To the Front !"),  # the first word is always capitalised
    ],
)
def test_headlines(text: str, expected: str) -> None:
    assert as_headline(sentence(text)).text == expected


def test_capitals_have_no_lemma() -> None:
    made = in_capitals(sentence("Straße frei ."))
    assert made.text == "STRAßE FREI ."  # ß would grow
    assert {word.lemma for word in made.words} == {""}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (sentence("They left ."), "They left"),
        (sentence("They left"), "They left"),
        (sentence("Left ? ."), "Left ?"),
        (sentence("."), "."),  # nothing would remain
        (sentence("They left .", stop_is_head=True), "They left ."),  # words hang on it
    ],
)
def test_final_stops(given: Sentence, expected: str) -> None:
    assert without_final_stop(given).text == expected


def test_shares_of_nothing_leave_the_passages_as_they_are() -> None:
    passages = [[sentence("A b ."), sentence("C d .")]]
    assert syntax_corpus(passages, Random(1), Shares(0, 0, 0, 0, 0)) == passages


def test_shares_of_all() -> None:
    made = syntax_corpus([[sentence("A b ."), sentence("C d .")]], Random(1), Shares(1, 1, 1, 1, 1))
    texts = [[part.text for part in passage] for passage in made]
    assert texts == [["A b ."], ["C d ."], ["A B .", "C D ."], ["A B"], ["C D"], ["A b", "C d"]]
    assert not any(part.opens_paragraph for part in made[2])
