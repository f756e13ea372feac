"""Watches: queries whose new rows somebody wants to hear of."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from warehouse.selects import Select, select_in
from warehouse.sql import ask
from warehouse.store import write_bytes

QUERIES = Path(__file__).parent / "queries"
ROWS = 5_000  # of an answer; a watch is for what is rare
KEY = "key"  # `-- key: column, column` says by which columns a row is known again; without it by all


class BadWatch(ValueError):
    """A watch that is no file of one SELECT, or that the database cannot answer."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The rows of one watch that were not told of before."""

    watch: Select
    rows: list[dict[str, object]]
    marks: list[str]


def watch_of(name: str) -> Select:
    """The query of that file, or the bundled one of that name; raises BadWatch."""
    bundled = {path.stem: path for path in sorted(QUERIES.glob("*.sql"))}
    try:
        return select_in(bundled.get(name, Path(name)))
    except (OSError, ValueError) as error:
        raise BadWatch(f"{name}: neither a file of one SELECT nor one of {', '.join(bundled)}: {error}") from error


def found_by(watch: Select, database: Path, root: Path) -> Finding:
    """What the watch finds that was not told of before; raises BadWatch and Refused."""
    rows = ask(database, watch.body, rows=ROWS).to_pylist()
    columns = [name.strip() for name in watch.notes.get(KEY, "").split(",") if name.strip()]
    missing = set(columns) - set(rows[0] if rows else columns)
    if missing:
        raise BadWatch(f"{watch.name}: its key names {min(missing)}, which is no column of its answer")
    told = set(_told(watch, root))
    marked = {_mark_of({name: row[name] for name in columns} if columns else row): row for row in rows}
    new = {mark: row for mark, row in marked.items() if mark not in told}
    return Finding(watch, list(new.values()), list(new))


def remember(finding: Finding, root: Path) -> None:
    """Note that these rows were told of."""
    marks = [*_told(finding.watch, root), *finding.marks]
    write_bytes(_path_of(finding.watch, root), json.dumps(marks).encode())


def _told(watch: Select, root: Path) -> list[str]:
    """The marks of the rows that were told of; none where they cannot be read: told twice is better than never."""
    path = _path_of(watch, root)
    try:
        return [str(mark) for mark in json.loads(path.read_text(encoding="utf-8"))]
    except (FileNotFoundError, ValueError, TypeError):
        return []


def _path_of(watch: Select, root: Path) -> Path:
    """By the statement too: a query that was changed is another."""
    digest = hashlib.sha256(watch.body.encode()).hexdigest()[:12]
    return root / "data" / "watches" / f"{watch.name}-{digest}.json"


def _mark_of(row: dict[str, object]) -> str:
    return hashlib.sha256(json.dumps(row, sort_keys=True, default=str).encode()).hexdigest()[:24]
