"""When a page was published: the day, and what it was taken from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from stages.cleaning.article import Verdict
from stages.cleaning.printed_dates import MONTHS, PrintedDate, printed_dates_in, yearless_dates_in
from stages.cleaning.stamps import dateline_in

ABOVE, BELOW = 12, 6  # blocks around the article in which its date is printed
MAX_LINE = 110  # characters of a line that gives the issue and its date
LABEL = 16  # characters that may stand before the date: "Wednesday, ", "Published on "
MONTH_FIRST = frozenset({"US", "PH", "FM", "PW", "BZ"})  # countries that write the month first
IN_ADDRESS = re.compile(
    r"(?<!\d)(?P<year>19\d\d|20\d\d)(?P<mark>[-/_.]?)(?P<month>0?[1-9]|1[0-2])(?P=mark)(?P<day>0[1-9]|[12]\d|3[01]|[1-9])(?!\d)"
)
NAMED_IN_ADDRESS = re.compile(
    r"(?<!\d)(?P<year>19\d\d|20\d\d)[-/](?P<month>" + "|".join(MONTHS) + r")[-/](?P<day>\d\d?)(?!\d)", re.IGNORECASE
)
NUMBERED = re.compile(r"[A-Za-z]{2}[\w.-]{0,200}?\d{8}[\w.-]*")
UPDATED = re.compile(r"\b(?:updated|modified|last|edited)\b", re.IGNORECASE)
STRETCH = re.compile(r" ?[-–—] ?| (?:to|until|through) ")
FIRST, LAST = date(1900, 1, 1), date(2100, 1, 1)


@dataclass(frozen=True, slots=True)
class Published:
    """A day of publication and its origin: metadata, text or uri."""

    day: date
    origin: str


def published_of(
    verdicts: Sequence[Verdict], *, uri: str, metadata: Iterable[date | None], country_code: str | None
) -> Published | None:
    """The day of publication; null when nothing gives a full date, as a weekday or a day without a year does not."""
    stated = next((day for day in metadata if day is not None and FIRST <= day < LAST), None)
    if stated is not None:
        return Published(stated, "metadata")
    in_address = day_in_address(uri) or _numbered_day(verdicts)
    printed = _printed_day(verdicts, in_address, country_code)
    if printed is not None:
        return Published(printed, "text")
    return Published(in_address, "uri") if in_address else None


def day_in_address(uri: str) -> date | None:
    """The day that a path such as /2011/07/12/ or /20110712/ names."""
    for form in (IN_ADDRESS, NAMED_IN_ADDRESS):
        for match in form.finditer(uri[:2000]):
            month = match["month"]
            number = int(month) if month.isdigit() else MONTHS[month.lower()]
            printed = printed_dates_in(f"{match['year']}-{number}-{match['day']}")
            if printed and printed[0].day and FIRST <= printed[0].day < LAST:
                return printed[0].day
    return None


def _numbered_day(verdicts: Sequence[Verdict]) -> date | None:
    """The day inside the document number that an archive prints first."""
    for verdict in verdicts[:3]:
        text = verdict.block.text
        if len(text) <= 60 and NUMBERED.fullmatch(text):
            return day_in_address(text)
    return None


def _printed_day(verdicts: Sequence[Verdict], in_address: date | None, country_code: str | None) -> date | None:
    stamps = list(_stamps_in(verdicts))
    hints = {hint for stamp in stamps for hint in yearless_dates_in(stamp)} | _dateline_hints(verdicts)
    for stamp in sorted(stamps, key=lambda stamp: UPDATED.search(stamp) is not None):
        for printed in _without_starts(stamp):
            day = _settled(printed, in_address, hints, country_code)
            if day is not None and FIRST <= day < LAST:
                return day
    return None


def _without_starts(stamp: str) -> list[PrintedDate]:
    """The dates of a stamp, without the first day of the stretch that a report covers."""
    dates = printed_dates_in(stamp)
    starts = {one for one, two in pairwise(dates) if STRETCH.fullmatch(stamp[one.end_char : two.start_char])}
    return [printed for printed in dates if printed not in starts]


def _stamps_in(verdicts: Sequence[Verdict]) -> Iterable[str]:
    """The stamps and bylines near the article, likeliest first: under the headline, above it, below the article."""
    kept = [at for at, verdict in enumerate(verdicts) if verdict.is_kept]
    if not kept:
        return
    first = next((at for at in kept if verdicts[at].kind == "paragraph"), kept[0])
    head = next((at for at in kept if verdicts[at].kind == "headline"), None)
    dateline = dateline_in(verdicts[first].block.text)
    top = first if head is None else head
    under, above = range(top, first), range(top - 1, max(0, top - ABOVE) - 1, -1)
    yield from _stamps_at(verdicts, under)
    yield from [dateline] if dateline else []
    opening = dateline_in(verdicts[head].block.text) if head is not None else None
    yield from [opening] if opening else []  # "LIMA, May 3, 2009 - Police free two"
    yield from _stamps_at(verdicts, above)
    yield from _stamps_at(verdicts, range(first, min(len(verdicts), kept[-1] + 1 + BELOW)))
    yield from _issue_lines_at(verdicts, [*under, *above])


def _stamps_at(verdicts: Sequence[Verdict], span: Iterable[int]) -> Iterable[str]:
    return (verdicts[at].block.text for at in span if verdicts[at].block.role in ("date", "byline"))


def _issue_lines_at(verdicts: Sequence[Verdict], span: Iterable[int]) -> Iterable[str]:
    """Short lines that were dropped and have a date set off: "Vol. 7 - 4 March 2014"."""
    for at in span:
        text = verdicts[at].block.text
        if verdicts[at].is_kept or len(text) > MAX_LINE:
            continue
        if any(_is_set_off(text, printed) for printed in printed_dates_in(text)):
            yield text


def _is_set_off(line: str, printed: PrintedDate) -> bool:
    """Whether a date begins or ends a line, a weekday aside, or follows a mark such as a bar or a dash."""
    before = line[: printed.start_char].rstrip()
    return len(before) <= LABEL or before[-1] in "|:–—-•." or printed.end_char >= len(line.rstrip(" .)|"))


def _dateline_hints(verdicts: Sequence[Verdict]) -> set[tuple[int, int]]:
    datelines = (dateline_in(verdict.block.text) for verdict in verdicts if verdict.kind == "paragraph")
    return {hint for dateline in datelines if dateline for hint in yearless_dates_in(dateline)}


def _settled(
    printed: PrintedDate, in_address: date | None, hints: set[tuple[int, int]], country_code: str | None
) -> date | None:
    """One day, where figures such as 10/04/2011 may be two: the page's other dates settle it, else its country."""
    if len(printed.days) == 1:
        return printed.day
    for day in printed.days:
        if day == in_address or (day.month, day.day) in hints:
            return day
    if country_code is None:
        return None
    return printed.days[-1] if country_code in MONTH_FIRST else printed.days[0]
