"""Which days a written date means: from the words alone, or counted from a known publication date."""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from stages import calendar
from stages.calendar import UNKNOWN, Days
from stages.date_forms import MONTHS, NUMBERS, WEEKDAYS

Groups = Mapping[str, str | None]


class Frame(NamedTuple):
    """What an expression may be counted from: the publication date, if known, and whether the sentence looks ahead.

    `narrated_on` is the last full date the text gave before, from which a history goes on without repeating the year.
    """

    published_on: date | None
    is_ahead: bool = False
    narrated_on: date | None = None


class Settled(NamedTuple):
    """The days, and what settled them."""

    days: Days
    date_from: str


def settle(rule: str, groups: Groups, frame: Frame) -> Settled:
    """The days of an expression found by that rule; raises KeyError for a rule without a reading."""
    return READINGS[rule](groups, frame)


def _number(groups: Groups, name: str) -> int:
    return int(groups[name] or 0)


def _month(groups: Groups, name: str = "month") -> int:
    return MONTHS[(groups[name] or "").lower().rstrip(".")]


def _weekday(groups: Groups, name: str = "weekday") -> int:
    return WEEKDAYS[(groups[name] or "").lower().rstrip(".")]


def _part(groups: Groups) -> str | None:
    words = (groups.get("part") or "").lower().removeprefix("the ").split()
    return words[0] if words else None


def _year_for(month: int, day: int, frame: Frame) -> int | None:
    """The year of a day without one: that of the story so far, else the latest such day up to publication."""
    if frame.narrated_on is not None:
        return frame.narrated_on.year
    if frame.published_on is None:
        return None
    published_on = frame.published_on
    is_later = (month, day) > (published_on.month, published_on.day)
    if frame.is_ahead:
        return published_on.year if is_later else published_on.year + 1
    return published_on.year - 1 if is_later else published_on.year


def _iso_day(groups: Groups, frame: Frame) -> Settled:  # noqa: ARG001
    return Settled(
        calendar.day_of(_number(groups, "year"), _number(groups, "month_number"), _number(groups, "day")), "absolute"
    )


def _figures(groups: Groups, frame: Frame) -> Settled:  # noqa: ARG001
    """Day first unless that is impossible; when both readings are days and differ, neither is taken."""
    year, first, second = _number(groups, "year"), _number(groups, "first"), _number(groups, "second")
    day_first, month_first = calendar.day_of(year, second, first), calendar.day_of(year, first, second)
    if first != second and UNKNOWN not in (day_first, month_first):
        return Settled(UNKNOWN if groups["mark"] == "/" else day_first, "absolute")
    return Settled(day_first if day_first != UNKNOWN else month_first, "absolute")


def _day(groups: Groups, frame: Frame) -> Settled:
    month, day = _month(groups), _number(groups, "day")
    if groups["year"]:
        return Settled(calendar.day_of(_number(groups, "year"), month, day), "absolute")
    year = _year_for(month, day, frame)
    return Settled(UNKNOWN if year is None else calendar.day_of(year, month, day), "relative")


def _day_range(groups: Groups, frame: Frame) -> Settled:
    first, _ = _day(groups, frame)
    last, _ = _day({**groups, "day": groups["to_day"]}, frame)
    if UNKNOWN in (first, last):
        return Settled(UNKNOWN, "range")
    return Settled(calendar.spanned(first, last), "range")


def _month_with_year(groups: Groups, frame: Frame) -> Settled:  # noqa: ARG001
    return Settled(calendar.month_of(_number(groups, "year"), _month(groups), _part(groups)), "absolute")


def _month_alone(groups: Groups, frame: Frame) -> Settled:
    month = _month(groups)
    year = _year_for(month, 1, frame)
    if frame.published_on is not None and frame.is_ahead and frame.published_on.month == month:
        year = frame.published_on.year
    return Settled(UNKNOWN if year is None else calendar.month_of(year, month, _part(groups)), "relative")


def _named_month(groups: Groups, frame: Frame) -> Settled:
    """ "last March" is the latest March that has ended; "this March" lies in the year of publication."""
    published_on, month, which = frame.published_on, _month(groups), (groups["which"] or "").lower()
    if published_on is None:
        return Settled(UNKNOWN, "relative")
    year = published_on.year
    if which == "last":
        year -= published_on.month <= month
    elif which == "next":
        year += published_on.month >= month
    return Settled(calendar.month_of(year, month, _part(groups)), "relative")


def _month_range(groups: Groups, frame: Frame) -> Settled:  # noqa: ARG001
    last_year = _number(groups, "year")
    first, last = _month(groups), _month(groups, "to_month")
    first_year = int(groups["from_year"] or last_year - (first > last))
    return Settled(calendar.spanned(calendar.month_of(first_year, first), calendar.month_of(last_year, last)), "range")


def _season(groups: Groups, frame: Frame) -> Settled:
    season = (groups["season"] or "").lower()
    if groups.get("year"):
        return Settled(calendar.season_of(_number(groups, "year"), season), "absolute")
    if frame.published_on is None:
        return Settled(UNKNOWN, "relative")
    year, which = frame.published_on.year, (groups["which"] or "").lower()
    days = calendar.season_of(year, season)
    if which == "last" and days.high is not None and days.high >= frame.published_on:
        days = calendar.season_of(year - 1, season)
    if which == "next" and days.low is not None and days.low <= frame.published_on:
        days = calendar.season_of(year + 1, season)
    return Settled(days, "relative")


def _year_range(groups: Groups, frame: Frame) -> Settled:  # noqa: ARG001
    first, last = _number(groups, "year"), groups["to_year"] or ""
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return Settled(calendar.spanned(calendar.year_of(first), calendar.year_of(end)), "range")


def _decade(groups: Groups, frame: Frame) -> Settled:  # noqa: ARG001
    return Settled(calendar.decade_of(_number(groups, "year"), _part(groups)), "absolute")


def _year(groups: Groups, frame: Frame) -> Settled:  # noqa: ARG001
    return Settled(calendar.year_of(_number(groups, "year"), _part(groups)), "absolute")


def _weekday_alone(groups: Groups, frame: Frame) -> Settled:
    """The latest such day up to publication; "last" means before it, "next" or a sentence that looks ahead after it."""
    published_on, weekday = frame.published_on, _weekday(groups)
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
    day = monday + timedelta(_weekday(groups))
    return Settled(Days(day, day), "weekday")


def _weekday_range(groups: Groups, frame: Frame) -> Settled:
    if frame.published_on is None:
        return Settled(UNKNOWN, "range")
    last = calendar.weekday_on_or_before(frame.published_on, _weekday(groups, "to_weekday"))
    return Settled(Days(calendar.weekday_on_or_before(last, _weekday(groups)), last), "range")


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
    weeks = {"week": 7, "fortnight": 14}.get(unit, 0)
    then = day - timedelta(number * (weeks or 1))
    slack = timedelta(3 if weeks else 0)
    return Days(then - slack, then + slack)


def _near_stretch(groups: Groups, frame: Frame) -> Settled:
    """ "this" or "last" week, month or year; "this" one ends with publication unless the sentence looks ahead."""
    published_on, unit = frame.published_on, groups["unit"] or ""
    which = (groups["which"] or "").lower().removeprefix("the ")
    if published_on is None or unit in {"decade", "century"}:
        return Settled(UNKNOWN, "relative")
    shift = SHIFTS[which]
    if unit in {"week", "weekend"}:
        days = calendar.week_of(published_on, shift)
        if unit == "weekend" and days.high is not None:
            days = Days(days.high - timedelta(1), days.high)
    elif unit == "month":
        days = calendar.shifted_month(published_on, shift)
    else:
        days = calendar.year_of(published_on.year + shift)
    return Settled(days, "relative")


def _weekend(groups: Groups, frame: Frame) -> Settled:  # noqa: ARG001
    if frame.published_on is None:
        return Settled(UNKNOWN, "relative")
    sunday = (
        calendar.weekday_after(frame.published_on, 6)
        if frame.is_ahead
        else calendar.weekday_on_or_before(frame.published_on, 6)
    )
    return Settled(Days(sunday - timedelta(1), sunday), "relative")


def _past_stretch(groups: Groups, frame: Frame) -> Settled:
    unit, written = groups["unit"] or "", (groups["number"] or "").lower()
    number = int(written) if written.isdigit() else NUMBERS.get(written, 0)
    if frame.published_on is None or not number:
        return Settled(UNKNOWN, "vague")
    if unit in {"minute", "hour"}:
        days = Days(frame.published_on - timedelta(-(-number // 24) if unit == "hour" else 0), frame.published_on)
    else:
        days = Days(_stretch_ago(frame.published_on, number, unit).low, frame.published_on)
    return Settled(days, "range")


def _vague(groups: Groups, frame: Frame) -> Settled:  # noqa: ARG001
    return Settled(UNKNOWN, "vague")


def _unanchored(groups: Groups, frame: Frame) -> Settled:  # noqa: ARG001
    return Settled(UNKNOWN, "relative")


SHIFTS = {"last": -1, "previous": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
NEAR_DAYS = {
    "the day before yesterday": (-2, -2), "the day after tomorrow": (2, 2), "yesterday": (-1, -1),
    "tomorrow": (1, 1), "last night": (-1, -1), "overnight": (-1, 0),
}  # fmt: skip
READINGS: dict[str, Callable[[Groups, Frame], Settled]] = {
    "iso day": _iso_day, "figures": _figures, "day": _day, "day range": _day_range, "month": _month_with_year,
    "month alone": _month_alone, "last month name": _named_month, "month range": _month_range, "season": _season,
    "year range": _year_range, "decade": _decade, "year": _year, "weekday": _weekday_alone,
    "weekday of week": _weekday_of_week, "weekday range": _weekday_range, "near day": _near_day, "ago": _ago,
    "near stretch": _near_stretch, "weekend": _weekend, "past stretch": _past_stretch, "vague ago": _vague,
    "coming stretch": _vague, "recent": _vague, "duration": _vague, "time of day": _vague, "soon": _vague,
    "anaphoric": _unanchored,
}  # fmt: skip
IS_WORD = re.compile(r"\w")
