"""Timetables: when scheduled runs are due, as people write it."""

import re
from dataclasses import dataclass
from datetime import timedelta

UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
SHORTEST = timedelta(seconds=10)  # a run that finds nothing new takes about as long


class BadSchedule(ValueError):
    """A schedule that cannot be read, or none, or two."""


@dataclass(frozen=True, slots=True)
class Timetable:
    """An interval, or a cron expression in UTC."""

    interval: timedelta | None = None
    cron: str | None = None

    def __str__(self) -> str:
        return f"a run every {self.interval}" if self.cron is None else f"a run at {self.cron} (UTC)"


def timetable_of(every: str | None, cron: str | None) -> Timetable:
    """The timetable that the two options give; raises BadSchedule."""
    if (every is None) == (cron is None):
        raise BadSchedule("give either --every or --cron")
    if every is not None:
        return Timetable(interval=interval_of(every))
    return Timetable(cron=cron_of(cron or ""))


def interval_of(text: str) -> timedelta:
    """30m, 6h or 1d as a duration; raises BadSchedule."""
    match = re.fullmatch(r"(\d{1,6})([smhd])", text.strip())
    if match is None or int(match[1]) == 0:
        raise BadSchedule(f"{text!r} is no interval; write 30m, 6h or 1d")
    interval = timedelta(**{UNITS[match[2]]: int(match[1])})
    if interval < SHORTEST:
        raise BadSchedule(f"{text!r} is too short: a run takes about ten seconds to find that nothing is new")
    return interval


def cron_of(text: str) -> str:
    """The expression, when Prefect can read it and it ever comes true; raises BadSchedule."""
    from prefect.client.schemas.schedules import CronSchedule
    from pydantic import ValidationError

    try:
        return CronSchedule(cron=text.strip(), timezone="UTC").cron
    except (ValidationError, ValueError) as error:
        raise BadSchedule(f"{text!r} is no cron expression; write minute hour day month weekday: 0 6 * * *") from error
