"""Stretches of days: what a month, year, season, week or part of them covers, and days found from another day."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple


class Days(NamedTuple):
    """The first and last day an expression allows; null where it leaves that open."""

    low: date | None
    high: date | None


UNKNOWN = Days(None, None)
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
# "early" is the first third of a month or year, as news desks use it.
THIRDS = {
    "early": 0, "beginning": 0, "start": 0, "first days": 0, "mid": 1, "middle": 1,
    "late": 2, "end": 2, "latter": 2, "last days": 2, "final days": 2,
}  # fmt: skip


SHARES = {  # months of a year
    "first half": (1, 6), "second half": (7, 12), "last half": (7, 12), "final half": (7, 12),
    "first quarter": (1, 3), "second quarter": (4, 6), "third quarter": (7, 9), "fourth quarter": (10, 12),
    "last quarter": (10, 12), "final quarter": (10, 12),
}  # fmt: skip
WEEKS = {"first week": 1, "second week": 8, "third week": 15, "fourth week": 22}  # of a month, by the first day
LAST_WEEK = frozenset({"last week", "final week"})
HALVES = {"first half": 0, "second half": 1, "last half": 1, "final half": 1}  # of a month


def day_of(year: int, month: int, day: int) -> Days:
    """One day; unknown when the calendar has no such day."""
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return UNKNOWN
    return Days(date(year, month, day), date(year, month, day))


def month_of(year: int, month: int, part: str | None = None) -> Days:
    """A month, or its first, middle or last third, a half or a week of it."""
    last = monthrange(year, month)[1]
    first_day, last_day = {0: (1, 10), 1: (11, 20), 2: (21, last)}.get(THIRDS.get(part or "", 3), (1, last))
    if part in WEEKS:
        first_day, last_day = WEEKS[part], WEEKS[part] + 6
    elif part in LAST_WEEK:
        first_day = last - 6
    elif part in HALVES:
        first_day, last_day = (1, 15) if HALVES[part] == 0 else (16, last)
    return Days(date(year, month, first_day), date(year, month, last_day))


def year_of(year: int, part: str | None = None) -> Days:
    """A year, or its first, middle or last third, a half or a quarter of it."""
    third = THIRDS.get(part or "")
    first, last = SHARES.get(part or "", (1, 12)) if third is None else (third * 4 + 1, third * 4 + 4)
    return Days(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def decade_of(year: int, part: str | None = None) -> Days:
    """The ten years from a round year, or their first, middle or last third."""
    first, last = {0: (0, 3), 1: (4, 6), 2: (7, 9)}.get(THIRDS.get(part or "", 3), (0, 9))
    return Days(date(year + first, 1, 1), date(year + last, 12, 31))


def season_of(year: int, season: str) -> Days:
    """A northern season; a winter is the one that starts in that year."""
    first, last = SEASONS[season]
    end_year = year + 1 if last < first else year
    return Days(date(year, first, 1), date(end_year, last, monthrange(end_year, last)[1]))


def weekday_on_or_before(day: date, weekday: int) -> date:
    """The latest such weekday (Monday is 0) up to and with that day."""
    return day - timedelta((day.weekday() - weekday) % 7)


def weekday_after(day: date, weekday: int) -> date:
    """The next such weekday after that day."""
    return day + timedelta((weekday - day.weekday() - 1) % 7 + 1)


def week_of(day: date, shift: int = 0) -> Days:
    """The week from Monday to Sunday that holds the day, or one so many weeks away."""
    monday = day - timedelta(day.weekday()) + timedelta(weeks=shift)
    return Days(monday, monday + timedelta(6))


def shifted_month(day: date, shift: int) -> Days:
    """The calendar month so many months away from the day's."""
    months = day.year * 12 + day.month - 1 + shift
    return month_of(months // 12, months % 12 + 1)


def spanned(first: Days, last: Days) -> Days:
    """From the start of one stretch to the end of another; unknown when they run backwards."""
    if first.low is not None and last.high is not None and first.low > last.high:
        return UNKNOWN
    return Days(first.low, last.high)
