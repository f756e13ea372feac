"""Dates that name their day, month, season or year."""

from stages.when import calendar
from stages.when.calendar import UNKNOWN
from stages.when.forms import FEASTS
from stages.when.frames import Frame, Groups, Settled, month_in, number_in, part_in, weekday_in, year_for


def read_iso_day(groups: Groups, frame: Frame) -> Settled:  # noqa: ARG001
    """2012-06-21."""
    return Settled(
        calendar.day_of(number_in(groups, "year"), number_in(groups, "month_number"), number_in(groups, "day")),
        "absolute",
    )


def read_figures(groups: Groups, frame: Frame) -> Settled:  # noqa: ARG001
    """Day first unless that is impossible; when both readings are days and differ, neither is taken."""
    year, first, second = number_in(groups, "year"), number_in(groups, "first"), number_in(groups, "second")
    day_first, month_first = calendar.day_of(year, second, first), calendar.day_of(year, first, second)
    if first != second and UNKNOWN not in (day_first, month_first):
        return Settled(UNKNOWN if groups["mark"] == "/" else day_first, "absolute")
    return Settled(day_first if day_first != UNKNOWN else month_first, "absolute")


def read_day(groups: Groups, frame: Frame) -> Settled:
    """A day with its month, and with its year or without."""
    month, day = month_in(groups), number_in(groups, "day")
    if groups["year"]:
        return Settled(calendar.day_of(number_in(groups, "year"), month, day), "absolute")
    if groups.get("near_year") and frame.published_on is not None:  # "on June 12 last year"
        near = frame.published_on.year - (groups["near_year"] == "last")
        return Settled(calendar.day_of(near, month, day), "relative")
    year = _year_of_weekday(groups, month, day, frame) or year_for(month, day, frame)
    return Settled(UNKNOWN if year is None else calendar.day_of(year, month, day), "relative")


def _year_of_weekday(groups: Groups, month: int, day: int, frame: Frame) -> int | None:
    """ "Saturday, September 16" around a known publication: the nearest year in which that day is a Saturday."""
    if frame.published_on is None or frame.narrated_on is not None or not groups.get("weekday"):
        return None
    year = frame.published_on.year
    days = [calendar.day_of(each, month, day).low for each in (year, year - 1, year + 1)]
    fitting = [found for found in days if found is not None and found.weekday() == weekday_in(groups)]
    return fitting[0].year if fitting else None


def read_day_range(groups: Groups, frame: Frame) -> Settled:
    """5-7 May, 30 May-2 June."""
    first, _ = read_day(groups, frame)
    last, _ = read_day({**groups, "day": groups["to_day"], "month": groups.get("to_month") or groups["month"]}, frame)
    if UNKNOWN in (first, last):
        return Settled(UNKNOWN, "range")
    return Settled(calendar.spanned(first, last), "range")


def read_month_with_year(groups: Groups, frame: Frame) -> Settled:  # noqa: ARG001
    """May 2012, early May 2012."""
    return Settled(calendar.month_of(number_in(groups, "year"), month_in(groups), part_in(groups)), "absolute")


def read_month_alone(groups: Groups, frame: Frame) -> Settled:
    """A month without a year."""
    month = month_in(groups)
    if groups.get("told_year"):  # "in May of that year"
        told = frame.year_written
        return Settled(UNKNOWN if told is None else calendar.month_of(told, month, part_in(groups)), "relative")
    year = year_for(month, 1, frame)
    if frame.published_on is not None and frame.is_ahead and frame.published_on.month == month:
        year = frame.published_on.year
    return Settled(UNKNOWN if year is None else calendar.month_of(year, month, part_in(groups)), "relative")


def read_named_month(groups: Groups, frame: Frame) -> Settled:
    """ "last March" is the latest March that has ended; "this March" lies in the year of publication."""
    published_on, month, which = frame.published_on, month_in(groups), (groups["which"] or "").lower()
    if published_on is None:
        return Settled(UNKNOWN, "relative")
    year = published_on.year
    if groups.get("unit"):  # "February last year"
        year += {"last": -1, "this": 0, "next": 1}[which]
    elif which == "last":
        year -= published_on.month <= month
    elif which == "next":
        year += published_on.month >= month
    return Settled(calendar.month_of(year, month, part_in(groups)), "relative")


def read_month_range(groups: Groups, frame: Frame) -> Settled:  # noqa: ARG001
    """March to June 2012."""
    last_year = number_in(groups, "year")
    first, last = month_in(groups), month_in(groups, "to_month")
    first_year = int(groups["from_year"] or last_year - (first > last))
    return Settled(calendar.spanned(calendar.month_of(first_year, first), calendar.month_of(last_year, last)), "range")


def read_season(groups: Groups, frame: Frame) -> Settled:
    """The summer of 1942; last summer."""
    season = (groups["season"] or "").lower()
    if groups.get("year"):
        return Settled(calendar.season_of(number_in(groups, "year"), season), "absolute")
    if frame.published_on is None:
        return Settled(UNKNOWN, "relative")
    year, which = frame.published_on.year, (groups["which"] or "").lower()
    days = calendar.season_of(year, season)
    if which == "last" and days.high is not None and days.high >= frame.published_on:
        days = calendar.season_of(year - 1, season)
    if which == "next" and days.low is not None and days.low <= frame.published_on:
        days = calendar.season_of(year + 1, season)
    return Settled(days, "relative")


def read_year_range(groups: Groups, frame: Frame) -> Settled:  # noqa: ARG001
    """2010-11."""
    first, last = number_in(groups, "year"), groups["to_year"] or ""
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return Settled(calendar.spanned(calendar.year_of(first), calendar.year_of(end)), "range")


def read_decade(groups: Groups, frame: Frame) -> Settled:  # noqa: ARG001
    """The 1990s."""
    return Settled(calendar.decade_of(number_in(groups, "year"), part_in(groups)), "absolute")


def read_year(groups: Groups, frame: Frame) -> Settled:  # noqa: ARG001
    """2012, late 2012."""
    return Settled(calendar.year_of(number_in(groups, "year"), part_in(groups)), "absolute")


def read_feast(groups: Groups, frame: Frame) -> Settled:
    """New Year's Eve; a feast that moves stays open."""
    words = (groups["feast"] or "").lower().replace("'s", "").replace("’s", "").replace("years", "year")
    month_and_day = FEASTS[words]
    if month_and_day is None:
        return Settled(UNKNOWN, "relative")
    month, day = month_and_day
    year = number_in(groups, "year") or year_for(month, day, frame)
    return Settled(UNKNOWN if year is None else calendar.day_of(year, month, day), "relative")
