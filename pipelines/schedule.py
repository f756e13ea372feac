"""Scheduled runs: Prefect starts the flow by interval or cron, one run at a time."""

import re
from collections.abc import Sequence
from datetime import timedelta

from prefect import flow
from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy

from pipelines.settings import Settings

UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


class BadSchedule(ValueError):
    """A schedule that cannot be read, or none, or two."""


def interval_of(text: str) -> timedelta:
    """30m, 6h or 1d as a duration; raises BadSchedule."""
    match = re.fullmatch(r"(\d{1,6})([smhd])", text.strip())
    if match is None or int(match[1]) == 0:
        raise BadSchedule(f"{text!r} is no interval; write 30m, 6h or 1d")
    return timedelta(**{UNITS[match[2]]: int(match[1])})


@flow(name="attest")
def scheduled(paths: list[str], settings: dict[str, str]) -> None:
    """One scheduled run, with the settings as they were when the schedule was made."""
    from pipelines.commands import run_once

    run_once(paths, Settings(**settings))  # type: ignore[arg-type]


def serve(paths: Sequence[str], settings: Settings, every: str | None, cron: str | None) -> None:
    """Serve the schedule until stopped; a run that would overlap is cancelled. Raises BadSchedule."""
    if (every is None) == (cron is None):
        raise BadSchedule("give either --every or --cron")
    interval = None if every is None else interval_of(every)
    kept = {name: str(value) for name, value in settings.model_dump().items() if value is not None}
    kept["warehouse"] = str(settings.root)
    scheduled.serve(
        name="news",
        interval=interval,
        cron=cron,
        parameters={"paths": list(paths), "settings": kept},
        global_limit=ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW),
        pause_on_shutdown=False,
    )
