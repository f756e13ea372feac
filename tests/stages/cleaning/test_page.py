"""Pages cleaned: what is kept, why the rest is not, and the laws of both."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stages.cleaning.page import Cleaned, clean_text
from tests.stages.cleaning.test_pieces import assert_quotes
from tests.stages.small_pages import ARTICLE, HEADLINE, PAGE, phrases

LINES = (
    *ARTICLE,
    HEADLINE,
    "By Ann Other",
    "3 March 2014",
    "Home",
    "Advertisement",
    "Related stories",
    "More:",
    "Leave a comment",
    "“We left at night,” he said.",
    "WANTED: a second-hand lorry",
    "Credit: Example Pictures",
    "var x = function() { return 1; };",
    "© 2014 The Example Herald",
    "Itâ€™s over, they said on the radio.",
    "https://www.example.com/a/b",
    "",
)


def clean(raw: str) -> Cleaned:
    return clean_text(raw, phrases=phrases())


def test_a_page_gives_its_headline_and_paragraphs() -> None:
    assert clean(PAGE).text.text.split("\n\n") == [HEADLINE, *ARTICLE]
    assert clean(PAGE).title == HEADLINE
    assert clean(PAGE).title_span == (0, len(HEADLINE))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Home", "menu"),
        ("Sign in", "login"),
        ("Share on Facebook", "share_bar"),
        ("Advertisement", "advert"),
        ("Mayor opens new bridge over the river", "related_links"),
        ("Leave a comment", "comment_box"),
        ("Most read", "most_read"),
        ("© 2014 The Example Herald. All rights reserved.", "footer"),
        ("By Ann Other", "byline"),
        ("3 March 2014 08:00 GMT", "date"),
    ],
)
def test_what_is_dropped_has_its_reason(line: str, reason: str) -> None:
    dropped = {PAGE[block.raw_start_char : block.raw_end_char]: block.reason for block in clean(PAGE).blocks}
    assert dropped[line] == reason


def test_an_article_by_itself_is_kept_whole() -> None:
    raw = "\n\n".join(ARTICLE)
    assert clean(raw).text.text == raw
    assert clean(raw).kept_share == 1.0
    assert clean(raw).title is None


def test_a_flash_without_a_sentence_is_kept() -> None:
    assert clean("URGENT Two generals leave army in the north").text.text


@pytest.mark.parametrize(
    "raw", ["", " \n\t", "Home\nNews\nSport\nSign in\nContact us\nPrivacy policy", "\x00\x00", "12 34 56"]
)
def test_a_page_of_furniture_leaves_nothing(raw: str) -> None:
    assert clean(raw).text.text == ""


@given(st.lists(st.sampled_from(LINES), max_size=30), st.sampled_from(["\n", "\n\n", "\r\n"]))
def test_cleaning_twice_changes_nothing(lines: list[str], mark: str) -> None:
    once = clean(mark.join(lines)).text.text
    assert clean(once).text.text == once


@given(st.text(max_size=300))
def test_cleaning_any_text_twice_changes_nothing(raw: str) -> None:
    once = clean(raw).text.text
    assert clean(once).text.text == once


@given(st.lists(st.sampled_from(LINES) | st.text(max_size=40), max_size=20).map("\n".join))
def test_clean_text_quotes_the_raw_text(raw: str) -> None:
    assert_quotes(clean(raw).text, raw)


@given(st.lists(st.sampled_from(LINES), max_size=20).map("\n".join))
def test_every_visible_character_is_in_a_block(raw: str) -> None:
    cleaned = clean(raw)
    covered = {at for block in cleaned.blocks for at in range(block.raw_start_char, block.raw_end_char)}
    assert all(at in covered for at, char in enumerate(raw) if not char.isspace())
    assert all(block.is_kept == (block.reason is None) for block in cleaned.blocks)
    assert 0.0 <= cleaned.kept_share <= 1.0
