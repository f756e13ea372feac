"""What a written date is counted from, and how its parts are read."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from stages.when.calendar import Days
from stages.when.forms import MONTHS, ORDINALS, WEEKDAYS

Groups = Mapping[str, str | None]
HALF_YEAR = 6  # months a story may step back before a month without a year is taken for the next year's


class Frame(NamedTuple):
    """What an expression may be counted from: the publication date, if known, and whether the sentence looks ahead.

    `narrated_on` is the last date the text gave before, from which a history goes on without repeating the year;
    `year_written` is the last year that an earlier sentence wrote out, for "in May of that year".
    """

    published_on: date | None
    is_ahead: bool = False
    narrated_on: date | None = None
    year_written: int | None = None


class Settled(NamedTuple):
    """The days, and what settled them."""

    days: Days
    date_from: str


def number_in(groups: Groups, name: str) -> int:
    """The whole number a part is, in figures or as an ordinal; 0 where the part is missing."""
    written = groups[name] or "0"
    return int(written) if written.isdigit() else ORDINALS[written.lower()]


def month_in(groups: Groups, name: str = "month") -> int:
    """The number of a named month; raises KeyError for another word."""
    return MONTHS[(groups[name] or "").lower().rstrip(".")]


def weekday_in(groups: Groups, name: str = "weekday") -> int:
    """The number of a weekday, Monday 0; raises KeyError for another word."""
    return WEEKDAYS[(groups[name] or "").lower().rstrip(".")]


def part_in(groups: Groups) -> str | None:
    """What narrows a stretch: early, mid, late, first week, second half; null where there is none."""
    words = (groups.get("part") or "").lower().removeprefix("the ").split()
    return " ".join(words[: 2 if len(words) > 2 else 1]) or None


def year_for(month: int, day: int, frame: Frame) -> int | None:
    """The year of a day without one: that of the story so far, else the latest such day up to publication."""
    if frame.narrated_on is not None:
        told = frame.narrated_on
        months = (told.year * 12 + told.month) - (told.year * 12 + month)
        return told.year + (months > HALF_YEAR) - (months < -HALF_YEAR - 2)
    if frame.published_on is None:
        return None
    published_on = frame.published_on
    is_later = (month, day) > (published_on.month, published_on.day)
    if frame.is_ahead:
        return published_on.year if is_later else published_on.year + 1
    return published_on.year - 1 if is_later else published_on.year
