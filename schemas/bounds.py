"""Bounds on volumes and shares (a seed): what a run's figures should stay within."""

from collections.abc import Iterator
from dataclasses import dataclass

import pyarrow as pa

from schemas.columns import COUNT, TEXT
from schemas.table import Column, Severity, Table

BOUNDS = Table(
    "bounds",
    "One bound on one figure of the whole corpus; a figure may have one bound that warns and one that stops.",
    (
        Column("measure_code", TEXT, "The figure: the file of that name under warehouse/measures.", nullable=False),
        Column("table_name", TEXT, "The table the figure is about.", nullable=False),
        Column("severity", TEXT, "What leaving the bound means.", nullable=False, values=("critical", "warning")),
        Column("sentence", TEXT, "What must hold.", nullable=False),
        Column("low", pa.float64(), "The lowest figure allowed; empty for none."),
        Column("high", pa.float64(), "The highest figure allowed; empty for none."),
        Column("min_rows", COUNT, "Fewer rows than this say nothing yet.", nullable=False, low=0),
        Column("source", TEXT, "Where the bound comes from.", nullable=False),
    ),
    key=("measure_code", "severity"),
    per="seed",
)


@dataclass(frozen=True, slots=True)
class Bound:
    """One row of `bounds`."""

    measure_code: str
    table_name: str
    severity: Severity
    sentence: str
    low: float | None
    high: float | None
    min_rows: int
    source: str

    def holds(self, value: float | None, row_count: int) -> bool:
        """Whether the figure stays within; too few rows, or no figure, say nothing against it."""
        if value is None or row_count < self.min_rows:
            return True
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


def bounds_in(rows: pa.Table) -> Iterator[Bound]:
    """The rows of `bounds`."""
    for row in rows.to_pylist():
        yield Bound(**row)
