"""What each command does, once its options are read."""

import os
import sys
from pathlib import Path
from typing import Any

from pydantic import ValidationError

import seeds
from pipelines.cli import environment_of
from pipelines.settings import Settings
from pipelines.sources import Sources
from warehouse.damage import naming_damage
from warehouse.layout import refuse_later
from warehouse.store import Store

GRACE = 10.0  # seconds that a question is given to stop by itself


class NoWarehouse(ValueError):
    """There is no published database where one is asked for."""


class BadSetting(ValueError):
    """An option or ATTEST_ variable with a value that it cannot have."""


class UnfinishedRun(RuntimeError):
    """Tables wait that were made, not yet judged together: they are a run's to publish."""


class UnknownTable(ValueError):
    """A name that is no table."""


def settings_of(warehouse: Path, given: dict[str, Any] | None = None) -> Settings:
    """The settings of this run: options over ATTEST_ variables over defaults; raises BadSetting."""
    try:
        return Settings(warehouse=warehouse, **(given or {}))
    except ValidationError as error:
        wrong = error.errors(include_url=False)[0]
        raise BadSetting(f"{'.'.join(map(str, wrong['loc']))} {wrong['input']}: {wrong['msg']}") from error


def database_of(warehouse: Path) -> Path:
    """The published database; raises NoWarehouse and LaterLayout."""
    database = settings_of(warehouse).database
    refuse_later(database.parent)
    if not database.exists():
        raise NoWarehouse(f"{database}: nothing has been published there yet; `attest run` does it")
    return database


def run(paths: list[str], warehouse: Path, given: dict[str, Any]) -> None:
    """Receive, make, check, publish, report; do nothing, and say so, when nothing is new."""
    environment_of(warehouse)
    settings = settings_of(warehouse, given)
    from pipelines.running import run_once

    run_once(paths or [os.path.relpath(seeds.ARTICLES)], settings)


def rebuild(table: str, warehouse: Path) -> None:
    """Make a table again, and what depends on it."""
    from stages import STAGES

    if table not in (names := [stage.name for stage in STAGES]):
        raise UnknownTable(f"{table}: attest makes {', '.join(names)}")
    environment_of(warehouse)
    database_of(warehouse)
    from pipelines.running import run_once

    run_once([], settings_of(warehouse), again=[table])


def build(warehouse: Path) -> None:
    """The database and the report again, from the stored tables; raises UnfinishedRun."""
    from pipelines.publishing import publish
    from warehouse.lock import locked

    store = Store((settings := settings_of(warehouse)).root)
    if not store.paths("raw_documents"):
        raise NoWarehouse(f"{settings.root}: no tables are stored there; `attest run` makes them")
    with locked(settings.root), naming_damage(store):
        if store.staged_files():
            raise UnfinishedRun(f"{settings.root}: a run was broken off there; `attest run` over its inputs ends it")
        publish(store, settings)
    print(settings.database)  # noqa: T201


def check(warehouse: Path) -> None:
    """Judge the stored tables again; raises CheckFailed on a critical failure."""
    from pipelines.checking import judged_again, table_of
    from pipelines.steps import CheckFailed
    from warehouse.lock import unwritten
    from warehouse.sql import read_whole

    database = database_of(warehouse)
    store = Store(settings_of(warehouse).root)
    with unwritten(store.root), naming_damage(store):
        rows = judged_again(store)
        read_whole(database)
    table_of(rows)
    critical = [row for row in rows if not row["passed"] and row["severity"] == "critical"]
    if critical:
        from warehouse.quality import sentence_of

        raise CheckFailed(sentence_of(critical[0]))


def report(warehouse: Path, port: int | None, data_docs: bool) -> None:
    """The report again, served until stopped when a port is given."""
    from warehouse.report import server_of, write_report

    database, folder = database_of(warehouse), settings_of(warehouse).report
    print(write_report(database, folder))  # noqa: T201
    if data_docs:
        from warehouse.data_docs import write_data_docs

        print(write_data_docs(database, folder.parent / "data_docs"))  # noqa: T201
    if port is not None:
        with server_of(folder, port) as server:
            print(f"http://127.0.0.1:{server.server_port}/")  # noqa: T201
            server.serve_forever()


def sql(query: str, warehouse: Path, output_format: str, out: Path | None) -> None:
    """One answer, in one format."""
    from warehouse.bounds import ended_after
    from warehouse.sql import SECONDS, answer

    late = f"the query was stopped: it took more than {SECONDS:g} seconds and could not be interrupted"
    with ended_after(SECONDS + GRACE, late):
        content = answer(database_of(warehouse), query, output_format)
    if out is not None:
        from warehouse.store import write_bytes

        write_bytes(out, content)
    else:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()


def tables(name: str | None, warehouse: Path) -> None:
    """What there is to ask."""
    from pipelines.listing import columns_listed, tables_listed

    database = database_of(warehouse)
    if name is None:
        tables_listed(database)
    else:
        columns_listed(database, name)


def explain(given: str, claim_id: str | None, warehouse: Path) -> None:
    """Why a document's claims, a claim or an event say what they say; raises UnknownId."""
    from pipelines.explaining import explain as print_explanation

    print_explanation(database_of(warehouse), given, claim_id)


def export(folder: Path, warehouse: Path, formats: list[str]) -> None:
    """Claims and events as files."""
    from warehouse.export import export as write_exports

    for path in write_exports(database_of(warehouse), folder, formats):
        print(path)  # noqa: T201


def evaluate(gold: Path, documents: list[str], model: str | None, errors: int, warehouse: Path | None) -> None:
    """The figures of extraction against gold annotations."""
    from pipelines.evaluate import evaluate as run_evaluation

    run_evaluation(gold, documents, model, errors, warehouse=warehouse)


def status(warehouse: Path, inbox: Path | None, max_age: str | None, min_free: int, output_format: str) -> None:
    """How the warehouse is; raises Unwell when something is wrong with it."""
    from pipelines.status import Demands, report_of
    from pipelines.timetable import interval_of

    settings = settings_of(warehouse)
    if not (settings.root / "data").is_dir():
        raise NoWarehouse(f"{settings.root}: there is no warehouse; `attest run` makes one")
    report_of(settings, inbox, Demands((max_age and interval_of(max_age)) or None, min_free), output_format)


def prune(warehouse: Path, keep: str, is_tried: bool) -> None:
    """Drop what is old and nothing cites."""
    from pipelines.timetable import interval_of

    environment_of(warehouse)
    age = interval_of(keep)
    database_of(warehouse)
    from pipelines.pruning import prune as run_pruning

    print(run_pruning(settings_of(warehouse), age, is_tried=is_tried))  # noqa: T201


def backup(warehouse: Path, file: Path) -> None:
    """Everything that cannot be made again, in one file."""
    from warehouse.backup import write_backup
    from warehouse.lock import locked

    root = settings_of(warehouse).root
    database_of(warehouse)
    with locked(root), naming_damage(Store(root)):
        count, size = write_backup(root, file)
    print(f"{file}: {count:,} files, {size / 1e6:,.1f} MB")  # noqa: T201


def restore(warehouse: Path, file: Path) -> None:
    """A warehouse from a backup, published."""
    from warehouse.backup import read_backup

    read_backup(file, settings_of(warehouse).root)
    build(warehouse)


def serve(sources: Sources, warehouse: Path, every: str | None, cron: str | None, port: int) -> None:
    """Scheduled runs until stopped; nothing is written before schedule and sources are found to be right."""
    from pipelines.notifying import Notifier
    from pipelines.prefect_server import server_running
    from pipelines.timetable import timetable_of

    environment_of(warehouse)
    settings = settings_of(warehouse)
    timetable = timetable_of(every, cron)
    sources.looked_at()
    Notifier.of_environment(settings).looked_at()
    with server_running(settings.root, port) as address:
        from pipelines.schedule import serve as serve_news

        print(f"{timetable}, one run at a time; Prefect is at {address}; ^C ends it", flush=True)  # noqa: T201
        serve_news(sources, settings, timetable)
