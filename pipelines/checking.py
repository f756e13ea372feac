"""Judging the stored tables again: every declared expectation and every SQL check."""

import pyarrow as pa
from rich.console import Console
from rich.table import Table

from pipelines.records import Records, Row
from schemas import TABLES
from warehouse.quality import checks_over, judge
from warehouse.store import Store

AGAIN = "check"  # the run id of checks that are shown and not kept


def judged_again(store: Store) -> list[Row]:
    """One row a check over every stored batch, added up; raises pyarrow.ArrowInvalid where a file is damaged."""
    for path in store.damaged_files():  # DuckDB does not look at the checksums of Parquet files
        raise pa.ArrowInvalid(f"{path}: a page does not have its checksum")
    records = Records(AGAIN)
    for name, table in TABLES.items():
        if table.per != "run":
            for batch_id in store.batches(name):
                records.judge(judge(table, store.read(name, batch_id), AGAIN).checks)
    records.judge(checks_over({name: store.paths(name) for name in TABLES}, AGAIN))
    return records.checks


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
