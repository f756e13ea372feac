"""Judging the stored tables again: every declared expectation and every SQL check."""

from rich.console import Console
from rich.table import Table

from pipelines.records import Row
from schemas import TABLES
from warehouse.quality import checks_over, judge
from warehouse.store import Store

AGAIN = "check"  # the run id of checks that are shown and not kept


def judged_again(store: Store) -> list[Row]:
    """One row a check over every stored batch; the same check on several batches is added up."""
    added: dict[tuple[object, object], Row] = {}
    for name, table in TABLES.items():
        if table.per == "run":
            continue
        for batch_id in store.batches(name):
            for row in judge(table, store.read(name, batch_id), AGAIN).checks:
                _add(added, row)
    for row in checks_over({name: store.paths(name) for name in TABLES}, AGAIN):
        _add(added, row)
    return list(added.values())


def _add(added: dict[tuple[object, object], Row], row: Row) -> None:
    seen = added.setdefault((row["table_name"], row["check_name"]), row)
    if seen is not row:
        seen["passed"] = bool(seen["passed"]) and bool(row["passed"])
        for field in ("row_count", "failed_count"):
            seen[field] = int(str(seen[field])) + int(str(row[field]))
        seen["samples"] = [*seen["samples"], *row["samples"]][:5]  # type: ignore[misc]


def table_of(rows: list[Row]) -> None:
    """Print what did not hold, and how much did."""
    console = Console()
    failed = [row for row in rows if not row["passed"]]
    if failed:
        shown = Table("table", "check", "severity", "failed", "of", "example")
        for row in failed:
            example = row["samples"][0] if row["samples"] else ""  # type: ignore[index]
            shown.add_row(
                *(str(row[field]) for field in ("table_name", "check_name", "severity", "failed_count", "row_count")),
                str(example),
            )
        console.print(shown)
    console.print(f"{len(rows) - len(failed)} checks held, {len(failed)} did not")
