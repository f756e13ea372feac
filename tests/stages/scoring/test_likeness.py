import pytest
from hypothesis import given
from hypothesis import strategies as st

from stages.scoring.likeness import is_same, likeness, trigger_likeness, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the Syrian army", ["syrian", "army"]),  # an article says nothing
        ("Col. Riad al-Asaad", ["riad", "al", "asaad"]),  # nor does a rank
        ("the general", ["the", "general"]),  # unless there is nothing else
        ("Assad’s regime", ["assad", "regime"]),  # a possessive is no part of the name
        ("U.S. troops", ["us", "troops"]),  # full stops inside abbreviations vanish
    ],
)
def test_words_that_count(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("text", "other", "same"),
    [
        ("two soldiers", "the two soldiers", True),
        ("soldiers", "two soldiers of a border brigade", False),  # one word of four is too little
        ("the army", "rebels", False),
        (None, None, True),  # both say nothing
        ("", None, True),
        ("the army", None, False),  # one says nothing
    ],
)
def test_texts_that_stand_for_one_thing(text: str | None, other: str | None, same: bool) -> None:
    assert is_same(text, other) is same


@pytest.mark.parametrize(
    ("trigger", "other", "expected"),
    [
        ("defected", "Defected", 2),
        ("have defected", "defected", 1),  # one holds the other
        ("bombing", "bombed", 1),  # one stem
        ("killed", "fled", -1),
        (None, "fled", 0),  # not known
    ],
)
def test_likeness_of_triggers(trigger: str | None, other: str, expected: int) -> None:
    assert trigger_likeness(trigger, other) == expected


@given(st.text(), st.text())
def test_likeness_is_a_share_and_has_no_direction(text: str, other: str) -> None:
    assert 0 <= likeness(text, other) <= 1
    assert likeness(text, other) == likeness(other, text)
