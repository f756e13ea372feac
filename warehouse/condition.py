"""The condition of a warehouse: what runs there, how old its data are, what waits, how much room is left."""

import fcntl
import shutil
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from warehouse.feed_state import states_in
from warehouse.inbox import Inbox
from warehouse.journal import ENDINGS, Journal
from warehouse.notices import Outbox
from warehouse.sql import ask
from warehouse.store import Store

COUNTED = ("raw_documents", "documents", "claims", "events", "rejects")
RUNS = 10  # shown


@dataclass(slots=True)
class RunLine:
    """One run, as the journal tells of it; `ending` is null while it is at work or when it broke off."""

    run_id: str
    started_at: datetime
    ended_at: datetime | None = None
    ending: str | None = None
    received: int | None = None
    refused: int | None = None
    error: str | None = None


@dataclass(slots=True)
class Backlog:
    """What waits: files of the inbox that can be taken and that are not whole yet, articles of feeds, messages."""

    inbox: str | None = None
    inbox_is_missing: bool = False
    ready: int = 0
    unfinished: int = 0
    feeds: int = 0
    failing_feeds: list[str] = field(default_factory=list)
    articles: int = 0
    messages: int = 0


@dataclass(slots=True)
class Condition:
    """All of it at one instant."""

    warehouse: str
    at: datetime
    noted_at: datetime | None
    running_process: int | None
    runs: list[RunLine]
    published_at: datetime | None
    newest_document_at: datetime | None
    row_counts: dict[str, int]
    failed_checks: int | None
    staged_files: int
    backlog: Backlog
    bytes_used: int
    bytes_free: int


def condition_of(root: Path, inbox: Path | None, now: datetime) -> Condition:
    """The condition of the warehouse at `root`; raises Refused when its database cannot be read."""
    database = root / "attest.duckdb"
    figures = _figures_in(database)
    return Condition(
        warehouse=str(root),
        at=now,
        noted_at=Journal(root).last_at(),
        running_process=_writer_of(root),
        runs=runs_in(Journal(root)),
        published_at=datetime.fromtimestamp(database.stat().st_mtime, UTC) if database.exists() else None,
        newest_document_at=figures.pop("newest", None),  # type: ignore[arg-type]
        failed_checks=figures.pop("failed_checks", None),  # type: ignore[arg-type]
        row_counts=figures,  # type: ignore[arg-type]
        staged_files=len(Store(root).staged_files()),
        backlog=_backlog(root, inbox, now),
        bytes_used=sum(path.stat().st_size for path in root.rglob("*") if path.is_file()),
        bytes_free=shutil.disk_usage(root).free,
    )


def runs_in(journal: Journal) -> list[RunLine]:
    """The last runs, the newest first."""
    runs: dict[str, RunLine] = {}
    endings: dict[str, dict[str, object]] = {}
    for line in journal.backwards():
        run_id = str(line.get("run"))
        if line["event"] in ENDINGS:
            endings.setdefault(run_id, line)
        elif line["event"] == "started":
            end = endings.get(run_id, {})
            ended_at = datetime.fromisoformat(str(end["at"])) if end else None
            told = {name: end.get(name) for name in ("received", "refused", "error")}
            started_at = datetime.fromisoformat(str(line["at"]))
            runs[run_id] = RunLine(run_id, started_at, ended_at, end.get("event"), **told)  # type: ignore[arg-type]
            if len(runs) == RUNS:
                break
    return list(runs.values())


def _figures_in(database: Path) -> dict[str, object]:
    if not database.exists():
        return {}
    counts = ", ".join(f"(select count(*) from {name}) as {name}" for name in COUNTED)
    query = (
        f"select {counts}, (select max(received_at) from raw_documents) as newest, "
        "(select count(*) from latest_checks where not passed and severity <> 'info') as failed_checks"
    )
    (row,) = ask(database, query).to_pylist()
    return dict(row)


def _writer_of(root: Path) -> int | None:
    """The process that holds the warehouse for writing."""
    path = root / "data" / "lock"
    if not path.exists():
        return None
    with path.open() as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            said = lock.read().strip()
            return int(said) if said.isdecimal() else 0
    return None


def _backlog(root: Path, inbox: Path | None, now: datetime) -> Backlog:
    backlog = Backlog(messages=len(Outbox(root).messages()))
    folder = inbox or _last_inbox(root)
    if folder is not None:
        backlog.inbox, backlog.inbox_is_missing = str(folder), not folder.is_dir()
        if not backlog.inbox_is_missing:
            look = Inbox(folder.absolute(), root).look(now)
            backlog.ready, backlog.unfinished = len(look.ready), len(look.waiting)
    for state in states_in(root):
        backlog.feeds += 1
        backlog.articles += len(state.wanted)
        if state.failures:
            backlog.failing_feeds.append(f"{state.url}: {state.failure} ({state.failures} times)")
    return backlog


def _last_inbox(root: Path) -> Path | None:
    for line in Journal(root).backwards():
        if line["event"] == "inbox" and line.get("folder"):
            return Path(str(line["folder"]))
    return None
