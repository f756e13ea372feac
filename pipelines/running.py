"""Running: one run from its sources to its last word in the journal."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from pipelines.notifying import Notifier
from pipelines.records import new_run_id
from pipelines.settings import Settings
from pipelines.sources import Sources, gathered
from warehouse.damage import naming_damage
from warehouse.journal import ENDINGS, Journal
from warehouse.landing import Landing
from warehouse.lock import WarehouseBusy
from warehouse.store import Store

ENDS = (*ENDINGS, "broken_off")  # what the journal says last of a run, or says of it later


def run_once(
    inputs: Sequence[str], settings: Settings, again: Sequence[str] = (), sources: Sources | None = None
) -> None:
    """One run, holding the warehouse for writing; do nothing, and say so, when nothing is new.

    Raises NoSuchPath, WarehouseBusy, CheckFailed and what its sources raise; the journal says how it ended.
    """
    from warehouse.corrections import corrections_in
    from warehouse.failures import failure_in
    from warehouse.finding import files_in
    from warehouse.lock import locked

    files_in(inputs)  # a path that does not exist is said before anything is written
    corrections_in(settings.root)  # and so is a correction that cannot be read
    journal, notifier = Journal(settings.root, new_run_id(settings.root)), Notifier.of_environment(settings)
    notifier.looked_at()
    try:
        with locked(settings.root), naming_damage(Store(settings.root), set_aside=True):
            broken = _broken_run(journal)
            if broken is not None:
                journal.note("broken_off", broken_run=broken)
                notifier.after_break(broken, journal)
            journal.note("started", inputs=list(inputs))
            landing = Landing() if sources is None else gathered(sources, settings, journal)
            had_failed = failure_in(settings.root) is not None
            is_published = _made(inputs, settings, again, landing, journal)
            if had_failed and not is_published:  # the run before failed over what is not there any more
                _tell_in_report(settings)
            notifier.after_success(journal, is_published=is_published)
    except WarehouseBusy as error:
        journal.note("skipped", reason=str(error))
        raise
    except Exception as error:
        journal.note("failed", error=f"{type(error).__name__}: {' '.join(str(error).split())}")
        _tell_in_report(settings)
        notifier.after_failure(error, journal)
        raise
    except BaseException as stop:  # ^C, or the system's wish that we end
        journal.note("interrupted", error=type(stop).__name__)
        _tell_in_report(settings)
        raise


def _tell_in_report(settings: Settings) -> None:
    """Put a failure over the report of the run before, which is what its readers go on seeing, or take it away."""
    from warehouse.report import write_banners

    if settings.database.exists():
        with suppress(OSError):  # a full disk must not hide the failure that is to be told
            write_banners(settings.database, settings.report)


def _broken_run(journal: Journal) -> str | None:
    """The last run, when it neither ended nor failed: nobody else holds the warehouse, so it is dead."""
    last = next((line for line in journal.backwards() if line["event"] in ENDS or line["event"] == "started"), None)
    return None if last is None or last["event"] in ENDS else str(last.get("run"))


def _made(
    inputs: Sequence[str], settings: Settings, again: Sequence[str], gathering: Landing, journal: Journal
) -> bool:
    """Make, check and publish what is missing or out of date, with what was gathered before; whether that was done."""
    from pipelines.publishing import is_mirrored, is_published
    from pipelines.steps import outstanding
    from warehouse.finding import STANDARD_INPUT
    from warehouse.landing import Reception, has_new

    store = Store(settings.root)
    is_new = STANDARD_INPUT in inputs or has_new(Reception(inputs, settings.batch_size, settings.max_bytes), store)
    if not is_new and not again:
        if not store.paths("landed"):
            journal.note("nothing_new")
            print("Nothing has been received yet.")  # noqa: T201
            return False
        is_made = next(outstanding(store, settings), None) is None
        if is_made and is_published(store, settings) and is_mirrored(store, settings):
            journal.note("nothing_new")
            print(f"Nothing new: {settings.database} stands as it was published.")  # noqa: T201
            return False
    from pipelines.news import run_news
    from pipelines.summary import show

    outcome = run_news(inputs, settings, again, journal.run_id)
    outcome = replace(
        outcome,
        received=outcome.received + gathering.new,
        known=outcome.known + gathering.known,
        refused=outcome.refused + gathering.refused,
    )
    journal.note("published", received=outcome.received, refused=outcome.refused, checks_failed=outcome.checks_failed)
    show(outcome, settings)
    return True
