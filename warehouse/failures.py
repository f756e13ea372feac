"""The failure that a published warehouse does not show: of a run that ended after it and was not published."""

from dataclasses import dataclass
from pathlib import Path

from warehouse.journal import ENDINGS, Journal

UNPUBLISHED = ("failed", "interrupted")


@dataclass(frozen=True, slots=True)
class Failure:
    """A run that was not published: which, when it ended (UTC), and why in one sentence."""

    run_id: str
    ended_at: str
    sentence: str


def failure_in(warehouse: Path, shown: str = "") -> Failure | None:
    """The last run, if it was not published and came after the run `shown`, the latest in the database."""
    last = next((line for line in Journal(warehouse).backwards() if line.get("event") in ENDINGS), None)
    if last is None or last["event"] not in UNPUBLISHED or str(last.get("run", "")) <= shown:
        return None  # ids of runs sort by time
    ended_at = str(last.get("at", ""))[:16].replace("T", " ")
    return Failure(str(last.get("run", "")), ended_at, str(last.get("error", last["event"])))
