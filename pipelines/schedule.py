"""Scheduled runs: Prefect starts the flow by interval or cron, one run at a time."""

import asyncio
import signal
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.runner import Runner
from prefect.runtime import flow_run
from prefect.schedules import Cron, Interval, Schedule
from prefect.states import Completed
from prefect.types.entrypoint import EntrypointType

from pipelines.running import run_once
from pipelines.settings import Settings
from pipelines.sources import Sources
from pipelines.timetable import Timetable
from warehouse import clock
from warehouse.journal import Journal
from warehouse.lock import WarehouseBusy

AT_ONCE = timedelta(seconds=10)  # from the start of an interval's schedule to its first run
SERVED = "served"  # the journal's word for the end of a scheduled run, whatever became of it
AUTO = "auto-scheduled"  # Prefect's tag of runs that nobody asked for by hand


@flow(name="attest")
def scheduled(
    settings: Settings, paths: list[str] | None = None, inbox: Path | None = None, feeds: Path | None = None
) -> State[Any] | None:
    """One scheduled run; skipped, and said so, when another is at work or was when it was due."""
    journal = Journal(settings.root)
    late = lateness_of(journal, flow_run.scheduled_start_time) if AUTO in flow_run.tags else None
    if late is not None:
        journal.note("skipped", reason=late)
        return Completed(name="Skipped", message=late)
    try:
        run_once(list(paths or []), settings, sources=Sources((), inbox, feeds))
    except WarehouseBusy as error:  # the journal says so already
        return Completed(name="Skipped", message=str(error))
    finally:
        journal.note(SERVED)
    return None


def lateness_of(journal: Journal, due: datetime) -> str | None:
    """Why a run that was due then is not made up for: one that was due later or earlier has ended since."""
    ended = _last_served(journal)
    if ended is None or not due < ended <= clock.now():
        return None
    return f"due at {_shown(due)}, missed, and covered by the run that ended at {_shown(ended)}"


def _last_served(journal: Journal) -> datetime | None:
    for line in journal.backwards():
        if line.get("event") == SERVED:
            return datetime.fromisoformat(str(line["at"]))
    return None


def _shown(instant: datetime) -> str:
    return f"{instant:%Y-%m-%d %H:%M:%S} UTC"


def serve(sources: Sources, settings: Settings, timetable: Timetable) -> None:
    """Serve the timetable until stopped."""
    journal = Journal(settings.root)
    last = _last_served(journal)
    journal.note("serving", timetable=str(timetable), missed_since=last)
    if last is not None:
        print(f"the last run ended at {_shown(last)}; what was due since is not made up for", flush=True)  # noqa: T201
    parameters = {
        "settings": settings.model_copy(update={"warehouse": settings.root}).model_dump(mode="json"),
        "paths": list(sources.paths),
        "inbox": sources.inbox and str(sources.inbox.absolute()),
        "feeds": sources.feeds and str(sources.feeds.absolute()),
    }
    runner = StoppedRunner(name="attest", limit=1, pause_on_shutdown=False)
    runner.add_flow(
        scheduled,
        name="news",
        schedule=_schedule_of(timetable),
        parameters=parameters,
        entrypoint_type=EntrypointType.MODULE_PATH,
    )
    with suppress(KeyboardInterrupt):
        asyncio.run(runner.start())
    journal.note("stopped")


class StoppedRunner(Runner):
    """Prefect's runner, stopped by SIGTERM as by ^C: in order, without a trace."""

    def handle_sigterm(self, *_: object) -> None:
        """Let asyncio cancel what runs."""
        signal.raise_signal(signal.SIGINT)


def _schedule_of(timetable: Timetable) -> Schedule:
    if timetable.interval is not None:
        return Interval(timetable.interval, anchor_date=clock.now() + AT_ONCE, timezone="UTC")
    return Cron(str(timetable.cron), timezone="UTC")
