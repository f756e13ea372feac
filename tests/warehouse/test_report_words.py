"""How the report words what it shows: numbers, days, hostile characters, addresses."""

from datetime import UTC, date, datetime

import pytest

from warehouse.site.words import (
    address_of,
    brief,
    cut,
    days_of,
    measure_of,
    page_of,
    range_of,
    rule_of,
    seconds_of,
    share_of,
    shown,
    visible,
)


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (5, 5, "5"),
        (100, 999, "100–999"),
        (1100, None, "≥ 1,100"),  # open above: more than, at least
        (None, 50, "≤ 50"),
        (None, None, ""),  # a bare plural is no number
        (0, 0, "0"),
    ],
)
def test_range_is_worded_as_the_text_leaves_it(low: int | None, high: int | None, words: str) -> None:
    assert range_of(low, high) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (date(2012, 3, 5), date(2012, 3, 5), "2012-03-05"),
        (date(2012, 2, 1), date(2012, 2, 29), "2012-02"),  # a leap February is a whole month
        (date(2012, 12, 1), date(2012, 12, 31), "2012-12"),  # December ends the year
        (date(2012, 1, 1), date(2012, 12, 31), "2012"),
        (date(2012, 1, 1), date(2013, 12, 31), "2012-01-01 – 2013-12-31"),  # two years are no year
        (date(2012, 3, 5), None, "from 2012-03-05"),
        (None, date(2012, 3, 5), "until 2012-03-05"),
        (None, None, ""),
    ],
)
def test_days_are_worded_as_the_text_leaves_them(low: date | None, high: date | None, words: str) -> None:
    assert days_of(low, high) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (True, "yes"),  # a bool is an int too
        (1234567, "1,234,567"),
        (datetime(2026, 1, 5, 6, 30, tzinfo=UTC), "2026-01-05 06:30"),  # a datetime is a date too
        (date(2026, 1, 5), "2026-01-05"),
        ("a\u202eb", "a[U+202E]b"),
        (0, "0"),
    ],
)
def test_value_is_shown(value: object, words: str) -> None:
    assert shown(value) == words


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("plain", "plain"),
        ("\u202egpj.exe", "[U+202E]gpj.exe"),  # right-to-left override
        ("a\u2067b\u2069", "a[U+2067]b[U+2069]"),  # isolates
        ("a\x00b\x1bc", "a[U+0000]b[U+001B]c"),
        ("line\r\nbreak\n", "line\nbreak\n"),
        ("العقيد", "العقيد"),  # honest right-to-left letters stay
    ],
)
def test_tricks_are_made_visible(text: str, seen: str) -> None:
    assert visible(text) == seen


@pytest.mark.parametrize(
    ("uri", "is_followed"),
    [
        ("https://outlet.example/1", True),
        ("HTTP://outlet.example/1", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        (" https://outlet.example", False),
        ("https://outlet.example/\u202e", False),  # an address that reads otherwise than it leads
        (None, False),
    ],
)
def test_only_web_addresses_are_followed(uri: str | None, is_followed: bool) -> None:
    assert (address_of(uri) is not None) == is_followed


@pytest.mark.parametrize(
    ("key", "page"),
    [
        ("ab" * 32, "events/abababababababab.html"),
        ("../../etc", "events/2e2e2f2e2e2f657463.html"),  # a key that is no hash cannot leave its folder
        ("Q42", "events/513432.html"),
    ],
)
def test_page_of_a_key(key: str, page: str) -> None:
    assert page_of("events", key) == page


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.42, "0.4 s"), (59.6, "1 min 0 s"), (12, "12 s"), (200, "3 min 20 s"), (None, "")]
)
def test_seconds_are_worded(seconds: float | None, words: str) -> None:
    assert seconds_of(seconds) == words


@pytest.mark.parametrize(("length", "words"), [(20, "a sentence of words"), (10, "a sentenc…"), (3, "a…")])
def test_cut(length: int, words: str) -> None:
    assert cut("a sentence\n of  words", length) == words


@pytest.mark.parametrize(
    ("part", "whole", "words"), [(1, 365, "<1%"), (0, 365, "0%"), (1, 3, "33%"), (0.729, 1, "73%"), (1, 0, "")]
)
def test_small_share_is_not_told_as_none(part: float, whole: float, words: str) -> None:
    assert share_of(part, whole) == words


@pytest.mark.parametrize(("value", "words"), [(2500, "2,500"), (0.0612, "0.0612"), (7.934, "7.93"), (None, "")])
def test_measure_has_three_digits_and_no_exponent(value: float | None, words: str) -> None:
    assert measure_of(value) == words


@pytest.mark.parametrize(
    ("rule", "parts"),
    [
        (None, [("", "")]),
        ("in the same document: the same place", [("in the same document: the same place", "")]),
        (f"with claim {'0a' * 12} (7.5): the same days", [("with ", "0a" * 12), (", weight 7.5: the same days", "")]),
    ],
)
def test_reason_names_the_claim_it_can_lead_to(rule: str | None, parts: list[tuple[str, str]]) -> None:
    assert rule_of(rule) == parts


@pytest.mark.parametrize(
    ("summary", "short"),
    [
        ("attack in Homs (asserted; 12 claims in 3 documents)", "attack in Homs"),
        ("attack in Homs (denied; 1 claim in 1 document)", "attack in Homs"),
        ("attack in Homs (the city)", "attack in Homs (the city)"),
        (None, ""),
    ],
)
def test_summary_is_cut_where_its_counts_stand_beside_it(summary: str | None, short: str) -> None:
    assert brief(summary) == short
