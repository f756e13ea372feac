"""Cleaning takes time in proportion to what it reads: what its patterns are tried on one by one, tried together."""

import time
from collections.abc import Callable

import pytest

from stages.cleaning.html import page_of
from stages.cleaning.page import clean_text
from tests.hostile.pumps import UNITS
from tests.stages.small_pages import phrases

SHORT, TIMES = 5_000, 4  # characters, and how many times as many the long text has
TOLERANCE = 2.5  # as of a pattern
NOTICED = 0.1  # seconds of the processor; a quadratic step over the long text takes more
TAGS = (
    "<a",
    "<a>",
    "</a",
    "<a =",
    "<a='",
    '<a="x',
    "<!--",
    "-->",
    "<!",
    "<![CDATA[",
    "<p>a",
    "<b>",
    "&#",
    "&a;",
    "<title>",
)


def seconds_of(clean: Callable[[str], object], text: str) -> float:
    """The processor's time for one text."""
    started = time.process_time()
    clean(text)
    return time.process_time() - started


def is_linear(clean: Callable[[str], object], head: str, unit: str, end: str) -> bool:
    """Whether four times the text takes about four times as long; what is quick or was disturbed is tried again."""
    short, long = (head + unit * (size // len(unit)) + end for size in (SHORT, SHORT * TIMES))
    for _ in range(2):
        taken = seconds_of(clean, long)
        if taken < NOTICED or taken < TIMES * TOLERANCE * seconds_of(clean, short):
            return True
    return False


@pytest.mark.parametrize("end", ["", ">", '">'])
def test_reading_tags_takes_linear_time(end: str) -> None:
    tried = [(head, unit) for head in ("", "<a ='") for unit in (*UNITS, *TAGS)]
    assert [each for each in tried if not is_linear(page_of, *each, end)] == []


@pytest.mark.parametrize("head", ["", "By ", "Published: "])
def test_cleaning_text_takes_linear_time(head: str) -> None:
    assert [
        unit for unit in UNITS if not is_linear(lambda raw: clean_text(raw, phrases=phrases()), head, unit, "")
    ] == []
