"""Stretches of days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stages.when import calendar
from stages.when.calendar import UNKNOWN, Days

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("found", "low", "high"),
    [
        (calendar.month_of(2012, 2), "2012-02-01", "2012-02-29"),  # a leap year
        (calendar.month_of(2011, 2, "late"), "2011-02-21", "2011-02-28"),
        (calendar.year_of(2012, "mid"), "2012-05-01", "2012-08-31"),
        (calendar.decade_of(1990, "early"), "1990-01-01", "1993-12-31"),
        (calendar.season_of(2012, "winter"), "2012-12-01", "2013-02-28"),
        (calendar.shifted_month(date(2012, 1, 31), -1), "2011-12-01", "2011-12-31"),
        (calendar.week_of(date(2012, 6, 21)), "2012-06-18", "2012-06-24"),
    ],
)
def test_stretch(found: Days, low: str, high: str) -> None:
    assert found == Days(date.fromisoformat(low), date.fromisoformat(high))


@pytest.mark.parametrize(("month", "day"), [(2, 30), (13, 1), (0, 1), (4, 31), (1, 0)])
def test_no_such_day(month: int, day: int) -> None:
    assert calendar.day_of(2012, month, day) == UNKNOWN


def test_what_runs_backwards_is_unknown() -> None:
    assert calendar.spanned(calendar.year_of(2012), calendar.year_of(2010)) == UNKNOWN


@given(DAYS, st.integers(0, 6))
def test_weekdays_before_and_after(day: date, weekday: int) -> None:
    before, after = calendar.weekday_on_or_before(day, weekday), calendar.weekday_after(day, weekday)
    assert before.weekday() == after.weekday() == weekday
    assert before <= day < after
    assert (after - before).days == 7


@given(DAYS, st.integers(-500, 500))
def test_a_month_away_and_back_is_the_same_month(day: date, shift: int) -> None:
    away = calendar.shifted_month(day, shift).low
    assert away is not None
    assert calendar.shifted_month(away, -shift) == calendar.month_of(day.year, day.month)
