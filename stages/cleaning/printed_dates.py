"""Dates as pages print them, read without guessing: a day, or the days it may be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
NAMED = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
DAY = r"(?<![\d.,:/-])(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
SHORT_YEAR = r"(?P<year>(?:19|20)\d\d|\d\d)(?!\d)"
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){YEAR}[-./](?P<month>\d\d?)[-./](?P<day>\d\d?)(?!\d)",
        rf"(?<![\d.])(?P<first>\d\d?)(?P<mark>[/.-])(?P<second>\d\d?)(?P=mark){YEAR}",
        rf"{DAY}[ ,-]{{0,2}}(?:of )?{NAMED}[ ,'’-]{{0,3}}{SHORT_YEAR}",
        rf"(?<!\w){NAMED} {{0,2}}(?P<day>\d\d?)(?:st|nd|rd|th)? {{0,2}},? {{0,2}}{YEAR}",
        rf"(?<!\d){YEAR}[ ,-]{{0,2}}{NAMED}[ ,-]{{0,2}}(?P<day>\d\d?)(?!\d)",
    )
)
YEARLESS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (rf"{DAY} {{1,2}}{NAMED}(?!\w)", rf"(?<!\w){NAMED} {{0,2}}(?P<day>\d\d?)(?:st|nd|rd|th)?(?![\d:])")
)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date in a text: the days it may be, in the order the figures are likelier to mean (day first)."""

    start_char: int
    end_char: int
    days: tuple[date, ...]

    @property
    def day(self) -> date | None:
        """The day, when there is no doubt."""
        return self.days[0] if len(self.days) == 1 else None


def printed_dates_in(text: str) -> list[PrintedDate]:
    """The dates of a text that have a year, in order; of two that overlap, the one that starts first."""
    found = sorted(_dated(text), key=lambda printed: (printed.start_char, -printed.end_char))
    kept: list[PrintedDate] = []
    for printed in found:
        if not kept or printed.start_char >= kept[-1].end_char:
            kept.append(printed)
    return kept


def _dated(text: str) -> Iterator[PrintedDate]:
    if not any(char.isdigit() for char in text):
        return
    for form in FORMS:
        for match in form.finditer(text):
            days = _days_of(match.groupdict())
            if days:
                yield PrintedDate(match.start(), match.end(), days)


def _days_of(parts: dict[str, str | None]) -> tuple[date, ...]:
    year = _year_of(parts["year"] or "")
    if parts.get("first"):
        first, second = int(parts["first"] or 0), int(parts["second"] or 0)
        read = (_day(year, second, first), None if parts["mark"] == "." else _day(year, first, second))
        return tuple(dict.fromkeys(day for day in read if day))
    month = (parts["month"] or "").lower()
    day = _day(year, MONTHS[month] if month in MONTHS else int(month), int(parts["day"] or 0))
    return (day,) if day else ()


def _year_of(year: str) -> int:
    """Four figures as they are; two as the press of 1970 to 2069 would mean them."""
    number = int(year)
    if len(year) > 2:
        return number
    return number + (1900 if number >= 70 else 2000)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def yearless_dates_in(text: str) -> list[tuple[int, int]]:
    """(month, day) of dates printed without a year, as datelines have them."""
    found = []
    for form in YEARLESS:
        for match in form.finditer(text):
            month, day = MONTHS[match["month"].lower()], int(match["day"])
            if 1 <= day <= 31:
                found.append((month, day))
    return found
