"""Records: what one run writes about itself, whatever becomes of it."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import uuid4

from schemas.records import CHECKS, RUNS
from warehouse.store import Store

Row = dict[str, object]


def new_run_id() -> str:
    """A run's id: its instant, so that ids sort by time, and a few random digits."""
    return f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{uuid4().hex[:6]}"


@dataclass(slots=True)
class Records:
    """The rows of `runs` and `checks` that one run has made so far."""

    run_id: str
    runs: list[Row] = field(default_factory=list)
    checks: list[Row] = field(default_factory=list)

    def add(self, made: dict[str, list[Row]]) -> None:
        """The rows of one step."""
        self.runs += made.get("runs", [])
        self.checks += made.get("checks", [])

    def write(self, store: Store) -> None:
        """Keep the rows."""
        for table, rows in ((RUNS, self.runs), (CHECKS, self.checks)):
            if rows:
                store.write(table, self.run_id, table.of(rows), self.run_id, staged=False)
