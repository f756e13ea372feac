"""Records: what one run writes about itself, whatever becomes of it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

from schemas.records import CHECKS, RUNS
from warehouse.journal import Journal
from warehouse.store import Store, described

Row = dict[str, object]
SECOND = re.compile(r"\d{8}T\d{6}")  # that a run's id begins with
SAMPLES = 5  # examples kept of what fails a check
REFUSALS = 100  # of one step, told in the journal one by one; all of them are in `rejects`


def new_run_id(root: Path) -> str:
    """A run's id: its second and a few random digits; later than every other's of that warehouse, so that ids sort."""
    journal = Journal(root)
    noted = next((str(line["run"]) for line in journal.backwards() if line.get("run")), "")
    begun = [begin[0] for run_id in (noted, *Store(root).batches("runs")) if (begin := SECOND.match(run_id))]
    now = f"{journal.now():%Y%m%dT%H%M%S}"
    if begun and now <= max(begun):
        now = f"{datetime.fromisoformat(max(begun)) + timedelta(seconds=1):%Y%m%dT%H%M%S}"
    return f"{now}-{uuid4().hex[:6]}"


@dataclass(slots=True)
class Records:
    """The rows of `runs` and `checks` that one run has made so far."""

    run_id: str
    runs: list[Row] = field(default_factory=list)
    checks: list[Row] = field(default_factory=list)
    root: Path | None = None  # of the warehouse whose journal tells of the steps

    @classmethod
    def journaled(cls, root: Path, run_id: str) -> "Records":
        """Records of a run that tells the journal of each step."""
        return cls(run_id, root=root)

    def add(self, made: dict[str, list[Row]]) -> None:
        """The rows of one step, told in the journal with the documents that it refused."""
        if self.root is not None:
            for run in made.get("runs", []):
                self._tell(Journal(self.root, self.run_id), Store(self.root), run)
        self.runs += made.get("runs", [])
        self.judge(made.get("checks", []))

    def received(self, batch_ids: Iterable[str]) -> None:
        """Tell the journal of batches that were received, with the items that were refused."""
        if self.root is not None:
            tell_received(Journal(self.root, self.run_id), Store(self.root), batch_ids)

    def _tell(self, journal: Journal, store: Store, run: Row) -> None:
        stage, batch_id = str(run["stage"]), str(run["batch_id"])
        journal.note(
            "made",
            stage=stage,
            batch=batch_id,
            row_count=run["row_count"],
            reject_count=run["reject_count"],
            seconds=round(float(str(run["seconds"])), 3),
        )
        if run["reject_count"]:
            tell_refusals(journal, store, stage, batch_id)

    def judge(self, checks: Iterable[Row]) -> None:
        """More rows of `checks`; the same check on several batches is added up."""
        known = {(row["table_name"], row["check_name"]): row for row in self.checks}
        for row in checks:
            key = (row["table_name"], row["check_name"])
            if key in known:
                _add(known[key], row)
            else:
                known[key] = row
                self.checks.append(row)

    def write(self, store: Store) -> None:
        """Keep the rows."""
        for table, rows in ((RUNS, self.runs), (CHECKS, self.checks)):
            if rows:
                store.write(table, self.run_id, table.of(rows), self.run_id, staged=False)


def tell_received(journal: Journal, store: Store, batch_ids: Iterable[str]) -> None:
    """Tell the journal of batches that were received, with the items that were refused."""
    for batch_id in batch_ids:
        journal.note("received", batch=batch_id, row_count=described(store.path_of("landed", batch_id)).row_count)
        tell_refusals(journal, store, "landed", batch_id)


def tell_refusals(journal: Journal, store: Store, stage: str, batch_id: str) -> None:
    """Tell the journal of each document that a stage refused, up to a number."""
    for row in store.read("rejects", f"{stage}-{batch_id}").slice(0, REFUSALS).to_pylist():
        journal.note(
            "refused",
            stage=row["stage"],
            batch=batch_id,
            document=row["document_id"],
            uri=row["uri"],
            reason=row["reason_code"],
        )


def _add(check: Row, more: Row) -> None:
    check["passed"] = bool(check["passed"]) and bool(more["passed"])
    for count in ("row_count", "failed_count"):
        check[count] = int(str(check[count])) + int(str(more[count]))
    check["samples"] = [*check["samples"], *more["samples"]][:SAMPLES]  # type: ignore[misc]
