"""How a plain text falls into blocks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stages.cleaning.blocks import blocks_in

WIRE = (
    "    The army shelled two quarters of the city on Friday and sent\n"
    "tanks into a third, residents said by telephone from their homes\n"
    "near the old citadel, where the power has been cut for two days.\n"
    "    A doctor at the field hospital counted nine dead.\n"
)


def texts(text: str) -> list[str]:
    return [text[span.start_char : span.end_char] for span in blocks_in(text)]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\n \t \nTwo.", ["One.", "Two."]),  # a line of blanks is blank
        ("Home\nNews\nSport", ["Home", "News", "Sport"]),  # a menu
        ("First paragraph.\nSecond paragraph.", ["First paragraph.", "Second paragraph."]),
        ("  indented  \r\n\r\nnext\r\n", ["indented", "next"]),
        ("They said they had joined the ranks of the\nopposition.", None),  # the sentence goes on
        ("My account\nsign out", ["My account", "sign out"]),  # small letters in a menu
        (
            "The headline stands here in full length\nby Ann Other",
            ["The headline stands here in full length", "by Ann Other"],
        ),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_blocks(text: str, blocks: list[str] | None) -> None:
    assert texts(text) == ([text] if blocks is None else blocks)


def test_hard_wrapped_paragraphs_begin_at_an_indent() -> None:
    made = texts(WIRE)
    assert [block.split()[0] for block in made] == ["The", "A"]
    assert made[0].endswith("two days.")


def test_wrapped_capitals_are_one_paragraph() -> None:
    text = (
        "THE GOVERNMENT ANNOUNCED YESTERDAY THAT IT WILL SEND THE THREE\n"
        "BATTALIONS HOME BEFORE THE END OF MAY, AND THAT NO ONE WILL TAKE\n"
        "THEIR PLACE."
    )
    assert texts(text) == [text]


@given(st.text(max_size=300))
def test_blocks_cover_what_is_not_blank_and_hold_no_blank_line(text: str) -> None:
    spans = blocks_in(text)
    covered = {at for span in spans for at in range(span.start_char, span.end_char)}
    assert all(at in covered for at, char in enumerate(text) if not char.isspace())
    assert all(text[span.start_char : span.end_char].strip() for span in spans)
    assert all("\n\n" not in text[span.start_char : span.end_char] for span in spans)
    assert all(a.end_char <= b.start_char for a, b in pairwise(spans))
