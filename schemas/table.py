"""What a table is: columns with a type, a sentence and what must hold, declared once and used everywhere."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

import pyarrow as pa

Severity = Literal["critical", "warning", "info"]
Per = Literal["batch", "corpus", "run", "seed"]


class ContractError(ValueError):
    """Rows do not have the shape their table declares; names the table and the column."""


class UnknownCode(ValueError):
    """A value that no seed table knows stands where a code is expected."""

    def __init__(self, table: str, column: str, value: object) -> None:
        super().__init__(f"{table}.{column}: unknown code {value!r}")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its Arrow type, one sentence, and what must hold of its values.

    `codes` names the seed column that holds every admissible value, `values` lists them, `refers_to` names the
    column of another table in which the value must stand, `low` and `high` bound a number or a day (inclusive).
    A `joined` column is not stored with its table: the warehouse adds it from the named corpus-wide table, or from
    the name of the file where that is `files`.
    """

    name: str
    type: pa.DataType
    doc: str
    nullable: bool = True
    codes: str | None = None
    values: tuple[str, ...] = ()
    refers_to: str | None = None
    low: float | str | None = None
    high: float | str | None = None
    pattern: str | None = None
    max_null_share: float | None = None
    severity: Severity = "critical"
    joined: str | None = None

    def but(self, **changes: object) -> "Column":
        """The same column with another sentence or rule, for a table that says more about it."""
        return replace(self, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Table:
    """One table: what a row is, its columns, the columns that identify a row, and what it is computed per."""

    name: str
    doc: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    per: Per = "batch"
    min_rows: int = 0
    ordered: tuple[tuple[str, str], ...] = ()  # pairs (low, high): low <= high where both are known

    def __post_init__(self) -> None:
        names = [column.name for column in self.columns]
        doubled = {name for name in names if names.count(name) > 1}
        missing = set(self.key) - set(names)
        if doubled or missing:
            raise ContractError(f"{self.name}: doubled columns {sorted(doubled)}, unknown key {sorted(missing)}")

    def __iter__(self) -> Iterator[Column]:
        return iter(self.columns)

    def column(self, name: str) -> Column:
        """The column of that name; raises ContractError."""
        for column in self.columns:
            if column.name == name:
                return column
        raise ContractError(f"{self.name}: no column {name!r}")

    @property
    def stored(self) -> tuple[Column, ...]:
        """The columns that are written with the table, in order."""
        return tuple(column for column in self.columns if column.joined is None)

    @property
    def schema(self) -> pa.Schema:
        """The Arrow schema of the stored columns."""
        return pa.schema(
            [pa.field(column.name, column.type, column.nullable, {"doc": column.doc}) for column in self.stored],
            {"table": self.name, "doc": self.doc},
        )

    def empty(self) -> pa.Table:
        """No rows, in the right shape."""
        return self.schema.empty_table()

    def of(self, rows: list[dict[str, object]]) -> pa.Table:
        """Rows as an Arrow table; raises ContractError on a key that is no column."""
        known = {column.name for column in self.stored}
        for row in rows:
            if not row.keys() <= known:
                raise ContractError(f"{self.name}: no column {min(row.keys() - known)!r}")
        loose = pa.schema([pa.field(column.name, column.type) for column in self.stored])
        return conform(pa.Table.from_pylist(rows, schema=loose), self)


def conform(rows: pa.Table, table: Table) -> pa.Table:
    """The rows in the declared columns, order and types; raises ContractError naming table and column."""
    arrays = []
    for column in table.stored:
        if column.name not in rows.column_names:
            raise ContractError(f"{table.name}.{column.name}: the column is missing")
        values = rows[column.name]
        try:
            values = values.cast(column.type)
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError, pa.ArrowTypeError) as error:
            raise ContractError(f"{table.name}.{column.name}: not {column.type}: {error}") from error
        if not column.nullable and values.null_count:
            raise ContractError(f"{table.name}.{column.name}: {values.null_count} nulls in a column that has none")
        arrays.append(values)
    return pa.Table.from_arrays(arrays, schema=table.schema)
