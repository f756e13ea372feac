"""The failure that a published warehouse does not show: kept beside the tables until a run is published again."""

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from warehouse.store import write_bytes

FILE = Path("data", "failure.json")  # in the warehouse's folder


@dataclass(frozen=True, slots=True)
class Failure:
    """A run that was not published: which, when it ended (UTC), and why in one sentence."""

    run_id: str
    ended_at: str
    sentence: str


def keep_failure(warehouse: Path, run_id: str, sentence: str, at: datetime) -> None:
    """Note that a run was not published."""
    failure = Failure(run_id, at.astimezone(UTC).strftime("%Y-%m-%d %H:%M"), sentence)
    write_bytes(warehouse / FILE, json.dumps(asdict(failure), ensure_ascii=True).encode())


def failure_in(warehouse: Path) -> Failure | None:
    """The latest run, if it was not published."""
    file = warehouse / FILE
    return Failure(**json.loads(file.read_text("utf-8"))) if file.is_file() else None


def forget_failure(warehouse: Path) -> None:
    """A run was published."""
    (warehouse / FILE).unlink(missing_ok=True)
