"""Which days a written date means: from the words alone, or counted from a known publication date."""

from collections.abc import Callable
from datetime import date, timedelta

from stages import calendar, date_written
from stages.calendar import UNKNOWN, Days
from stages.date_forms import NUMBERS
from stages.date_frames import Frame, Groups, Settled, weekday_in

SHIFTS = {"last": -1, "previous": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
NEAR_DAYS = {
    "the day before yesterday": (-2, -2), "the day after tomorrow": (2, 2), "yesterday": (-1, -1),
    "tomorrow": (1, 1), "last night": (-1, -1), "overnight": (-1, 0),
}  # fmt: skip
DAY_UNITS = frozenset({"day", "night", "morning", "evening", "afternoon"})


def settle(rule: str, groups: Groups, frame: Frame) -> Settled:
    """The days of an expression found by that rule; raises KeyError for a rule without a reading."""
    return READINGS[rule](groups, frame)


def _weekday_alone(groups: Groups, frame: Frame) -> Settled:
    """The latest such day up to publication; "last" is before it, "next" and what lies ahead are after it."""
    published_on, weekday = frame.published_on, weekday_in(groups)
    if published_on is None:
        return Settled(UNKNOWN, "weekday")
    which = (groups.get("which") or "").lower()
    if which in {"next", "this coming"} or (frame.is_ahead and which != "last"):
        day = calendar.weekday_after(published_on, weekday)
    elif which == "last":
        day = calendar.weekday_on_or_before(published_on - timedelta(1), weekday)
    else:
        day = calendar.weekday_on_or_before(published_on, weekday)
    return Settled(Days(day, day), "weekday")


def _weekday_of_week(groups: Groups, frame: Frame) -> Settled:
    if frame.published_on is None:
        return Settled(UNKNOWN, "weekday")
    monday = calendar.week_of(frame.published_on, SHIFTS[(groups["which"] or "").lower()]).low
    if monday is None:
        return Settled(UNKNOWN, "weekday")
    day = monday + timedelta(weekday_in(groups))
    return Settled(Days(day, day), "weekday")


def _weekday_range(groups: Groups, frame: Frame) -> Settled:
    if frame.published_on is None:
        return Settled(UNKNOWN, "range")
    last = calendar.weekday_on_or_before(frame.published_on, weekday_in(groups, "to_weekday"))
    return Settled(Days(calendar.weekday_on_or_before(last, weekday_in(groups)), last), "range")


def _near_day(groups: Groups, frame: Frame) -> Settled:
    word = (groups["word"] or "").lower()
    if frame.published_on is None:
        return Settled(UNKNOWN, "relative")
    low, high = next((shifts for start, shifts in NEAR_DAYS.items() if word.startswith(start)), (0, 0))
    return Settled(Days(frame.published_on + timedelta(low), frame.published_on + timedelta(high)), "relative")


def _ago(groups: Groups, frame: Frame) -> Settled:
    """Days and hours count exactly; weeks leave three days either way, months and years the whole of that one."""
    unit, written = groups["unit"] or "", (groups["number"] or "").lower()
    number = int(written) if written.isdigit() else NUMBERS.get(written, 0)
    if frame.published_on is None or not number or unit in {"minute", "hour", "century", "centurie", "decade"}:
        return Settled(UNKNOWN, "relative")
    return Settled(_stretch_ago(frame.published_on, number, unit), "relative")


def _stretch_ago(day: date, number: int, unit: str) -> Days:
    if unit == "month":
        return calendar.shifted_month(day, -number)
    if unit == "year":
        return calendar.year_of(day.year - number) if day.year > number else UNKNOWN
    weeks = {
        "week": 7,
        "fortnight": 14,
        "two days later": counted,
        "iso day": date_written.read_iso_day,
        "figures": date_written.read_figures,
        "day": date_written.read_day,
        "day range": date_written.read_day_range,
        "month": date_written.read_month_with_year,
        "month alone": date_written.read_month_alone,
        "last month name": date_written.read_named_month,
        "month range": date_written.read_month_range,
        "season": date_written.read_season,
        "year range": date_written.read_year_range,
        "decade": date_written.read_decade,
        "year": date_written.read_year,
        "weekday": _weekday_alone,
        "weekday of week": _weekday_of_week,
        "weekday range": _weekday_range,
        "near day": _near_day,
        "ago": _ago,
        "near stretch": _near_stretch,
        "weekend": _weekend,
        "past stretch": _past_stretch,
        "vague ago": _vague,
        "coming stretch": _vague,
        "recent": _vague,
        "duration": _vague,
        "time of day": _vague,
        "soon": _vague,
        "anaphoric": _anaphoric,
    }
