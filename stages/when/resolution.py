"""Which days a written date means: from the words alone, or counted from a known publication date."""

from collections.abc import Callable
from datetime import date, timedelta

from stages.when import calendar, written_out
from stages.when.calendar import UNKNOWN, Days
from stages.when.forms import NUMBERS
from stages.when.frames import Frame, Groups, Settled, number_in, weekday_in

SHIFTS = {"last": -1, "previous": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
MONTHS_OF_YEAR = 12
PAST = {"week": 7, "month": 30, "year": 365}  # days that end with the publication
NEAR_DAYS = {
    "the day before yesterday": (-2, -2), "the day after tomorrow": (2, 2), "yesterday": (-1, -1),
    "tomorrow": (1, 1), "last night": (-1, -1), "overnight": (-1, 0),
}  # fmt: skip


def settle(rule: str, groups: Groups, frame: Frame) -> Settled:
    """The days of an expression found by that rule; raises KeyError for a rule without a reading."""
    return READINGS[rule](groups, frame)


def _weekday_alone(groups: Groups, frame: Frame) -> Settled:
    """The latest such day up to publication; "last" is before it, "next" after it, what lies ahead from then on."""
    published_on, weekday = frame.published_on, weekday_in(groups)
    which = (groups.get("which") or "").lower()
    if published_on is None or which == "the following":  # what it follows is told elsewhere
        return Settled(UNKNOWN, "weekday")
    if which in {"next", "this coming"}:
        day = calendar.weekday_after(published_on, weekday)
    elif frame.is_ahead and which != "last":
        day = calendar.weekday_after(published_on - timedelta(1), weekday)
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
    weeks = {"week": 7, "fortnight": 14}.get(unit, 0)
    then = day - timedelta(number * (weeks or 1))
    slack = timedelta(3 if weeks else 0)
    return Days(then - slack, then + slack)


def _near_stretch(groups: Groups, frame: Frame) -> Settled:
    """ "this" or "last" week, month or year; "so far" and "earlier" end with publication, "later" begins with it."""
    published_on, unit = frame.published_on, groups["unit"] or ""
    which = (groups.get("which") or "this").lower().removeprefix("the ")
    if published_on is None or unit in {"decade", "century"}:
        return Settled(UNKNOWN, "relative")
    shift = SHIFTS[which]
    if which == "past" and unit in PAST:
        return Settled(Days(published_on - timedelta(PAST[unit]), published_on), "relative")
    if unit in {"week", "weekend"}:
        days = calendar.week_of(published_on, shift)
        if unit == "weekend" and days.high is not None:
            days = Days(days.high - timedelta(1), days.high)
    elif unit == "month":
        days = calendar.shifted_month(published_on, shift)
    else:
        days = calendar.year_of(published_on.year + shift)
    part = (groups.get("part") or "").lower()
    if shift == 0 and part in {"so far", "earlier"}:
        days = Days(days.low, published_on)
    if shift == 0 and part == "later":
        days = Days(published_on, days.high)
    return Settled(days, "relative")


def _first_months(groups: Groups, frame: Frame) -> Settled:
    """ "the first nine months of the year": from the first of January."""
    published_on, written = frame.published_on, (groups["number"] or "").lower()
    months = int(written) if written.isdigit() else NUMBERS.get(written, 0)
    if not 0 < months <= MONTHS_OF_YEAR or (published_on is None and not groups.get("year")):
        return Settled(UNKNOWN, "relative")
    year = number_in(groups, "year") if groups.get("year") else 0
    if published_on is not None and not year:
        year = published_on.year - (groups.get("which") == "last")
    days = calendar.spanned(calendar.month_of(year, 1), calendar.month_of(year, months))
    return Settled(days, "absolute" if groups.get("year") else "relative")


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


def _since_then(groups: Groups, frame: Frame) -> Settled:  # noqa: ARG001
    return Settled(Days(frame.narrated_on, None), "relative")


def _anaphoric(groups: Groups, frame: Frame) -> Settled:
    """ "the next day", "two years later", "that month": counted from the date last told."""
    told, step, unit = frame.narrated_on, (groups["step"] or "").lower(), (groups["unit"] or "").lower()
    written = (groups["number"] or "one").lower()
    number = int(written) if written.isdigit() else NUMBERS.get(written, 1)
    if told is None or unit == "hour":
        return Settled(UNKNOWN, "relative")
    back = any(word in step for word in ("previous", "before", "earlier", "preceding"))
    shift = 0 if "same" in step or step == "that" else -number if back else number
    return Settled(_stretch_from(told, unit, shift), "relative")


def _stretch_from(told: date, unit: str, shift: int) -> Days:
    if unit == "week":
        return calendar.week_of(told, shift)
    if unit == "month":
        return calendar.shifted_month(told, shift)
    if unit == "year":
        return calendar.year_of(told.year + shift) if told.year + shift > 0 else UNKNOWN
    return Days(told + timedelta(shift), told + timedelta(shift))


READINGS: dict[str, Callable[[Groups, Frame], Settled]] = {
    "iso day": written_out.read_iso_day,
    "figures": written_out.read_figures,
    "day": written_out.read_day,
    "day range": written_out.read_day_range,
    "month": written_out.read_month_with_year,
    "month alone": written_out.read_month_alone,
    "last month name": written_out.read_named_month,
    "month range": written_out.read_month_range,
    "season": written_out.read_season,
    "year range": written_out.read_year_range,
    "decade": written_out.read_decade,
    "year": written_out.read_year,
    "weekday": _weekday_alone,
    "weekday of week": _weekday_of_week,
    "weekday range": _weekday_range,
    "near day": _near_day,
    "ago": _ago,
    "near stretch": _near_stretch,
    "first months": _first_months,
    "weekend": _weekend,
    "past stretch": _past_stretch,
    "vague ago": _vague,
    "coming stretch": _vague,
    "recent": _vague,
    "duration": _vague,
    "time of day": _vague,
    "soon": _vague,
    "since then": _since_then,
    "feast": written_out.read_feast,
    "anaphoric": _anaphoric,
}
