"""Numbers in words and digits: tables, and laws that hold for any number."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stages.how_many.numerals import fraction_at, numeral_at, ordinal_of

ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
WORDS = [
    "a", "10", "dozens", "of", "hundred", "and", "-", "to", "or", "not", "the", "1,000", "if", "few", "twenty", "men",
]  # fmt: skip


def spelled(number: int) -> str:
    """A number below a million in words, as the tokenizer cuts them."""
    if number < 20:
        return ONES[number]
    if number < 100:
        rest = number % 10
        return TENS[number // 10 - 1] + (f" - {ONES[rest]}" if rest else "")
    if number < 1000:
        rest = number % 100
        return f"{ONES[number // 100]} hundred" + (f" and {spelled(rest)}" if rest else "")
    rest = number % 1000
    return f"{spelled(number // 1000)} thousand" + (f" {spelled(rest)}" if rest else "")


@pytest.mark.parametrize(
    ("words", "low", "high", "length"),
    [
        ("10,000 people", 10000, 10000, 1),  # separators
        ("10 000 people", 10000, 10000, 2),  # continental blanks
        ("1.2 million", 1_200_000, 1_200_000, 2),  # a scale behind a decimal
        ("3.5 m refugees", 3_500_000, 3_500_000, 2),  # its abbreviation
        ("twenty - five men", 25, 25, 3),
        ("two hundred and six", 206, 206, 4),
        ("five million two hundred thousand", 5_200_000, 5_200_000, 5),
        ("a hundred", 100, 100, 2),
        ("a dozen", 12, 12, 2),
        ("two dozen", 24, 24, 2),
        ("half a dozen", 6, 6, 3),
        ("half a million", 500_000, 500_000, 3),
        ("a couple", 2, 2, 2),
        ("a handful", 3, 9, 2),
        ("several", 3, 9, 1),
        ("several hundred", 300, 999, 2),
        ("dozens", 24, 99, 1),
        ("scores", 40, 99, 1),
        ("hundreds", 100, 999, 1),
        ("thousands", 1000, 9999, 1),
        ("tens of thousands", 10_000, 99_999, 3),
        ("hundreds of thousands", 100_000, 999_999, 3),
        ("hundreds if not thousands", 100, 9999, 4),  # the wider of two vague amounts
        ("dozens or even hundreds", 24, 999, 4),
        ("10 - 15 people", 10, 15, 3),
        ("10–15 people", 10, 15, 1),  # one token with a dash
        ("10 to 15", 10, 15, 3),
        ("two or three", 2, 3, 3),
        ("two to three thousand", 2000, 3000, 4),  # the scale belongs to both
        ("2012 - 13", 2012, 2012, 1),  # a range must rise
        ("ten and five", 10, 10, 1),  # two numbers, not one
    ],
)
def test_numeral(words: str, low: int, high: int, length: int) -> None:
    numeral = numeral_at(words.split(), 0)
    assert numeral is not None
    assert (numeral.low, numeral.high, numeral.end) == (low, high, length)


@pytest.mark.parametrize("words", ["men", "the", "and five", "hundred", "1.5 men", "m"])
def test_no_numeral(words: str) -> None:
    assert numeral_at(words.split(), 0) is None


@given(st.integers(1, 999_999))
def test_any_number_in_words_is_read_whole(number: int) -> None:
    words = spelled(number).split()
    numeral = numeral_at(words, 0)
    assert numeral is not None
    assert (numeral.low, numeral.high, numeral.end) == (number, number, len(words))


@given(st.integers(1, 10**9))
def test_separators_change_nothing(number: int) -> None:
    for written in (str(number), f"{number:,}"):
        numeral = numeral_at([written], 0)
        assert numeral is not None
        assert (numeral.low, numeral.high) == (number, number)


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_a_range_rises_or_is_none(first: int, second: int) -> None:
    numeral = numeral_at([str(first), "-", str(second)], 0)
    assert numeral is not None
    assert (numeral.low, numeral.high) == ((first, second) if first < second else (first, first))


@given(st.lists(st.sampled_from(WORDS), min_size=1))
def test_a_numeral_is_never_empty_nor_upside_down(words: list[str]) -> None:
    for at in range(len(words)):
        numeral = numeral_at(words, at)
        if numeral is not None:
            assert at < numeral.end <= len(words)
            assert 0 < numeral.low <= numeral.high


@pytest.mark.parametrize(("word", "number"), [("13th", 13), ("first", 1), ("22nd", 22), ("twelfth", 12), ("13", None)])
def test_ordinal(word: str, number: int | None) -> None:
    assert ordinal_of(word) == number


@pytest.mark.parametrize(
    ("words", "share", "length"),
    [("half of", Fraction(1, 2), 1), ("a third of", Fraction(1, 3), 2), ("two - thirds of", Fraction(2, 3), 3)],
)
def test_fraction(words: str, share: Fraction, length: int) -> None:
    assert fraction_at(words.split(), 0) == (share, length)


@pytest.mark.parametrize(
    "words",
    [
        "99999999999999999999 people",  # no table could hold it
        "9" * 5000 + " people",
        "10 - " + "9" * 30,
        "1,000,000,000,000,000,000,000 men",
        "9,000,000 billion",
    ],
)
def test_a_number_that_nobody_counted_is_none(words: str) -> None:
    found = numeral_at(words.split(), 0)
    assert found is None or found.high == 10
