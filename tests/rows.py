"""Valid rows of any declared table, and the files and database they make: tests say only what matters to them."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

import seeds
from schemas import SEED_TABLES, TABLES
from schemas.table import Column, Table
from warehouse.database import build, fill

Row = dict[str, Any]


def document_id(name: object) -> str:
    """A document's id made of any name."""
    return hashlib.sha256(str(name).encode()).hexdigest()


def rows_of(table: Table, *overrides: Row, count: int | None = None) -> pa.Table:
    """One valid row for each override, or `count`: nullable columns are null, the others hold what is allowed."""
    wanted = overrides or tuple({} for _ in range(1 if count is None else count))
    return table.of([row_of(table, number) | override for number, override in enumerate(wanted)])


def row_of(table: Table, number: int = 0) -> Row:
    """A valid row; keys differ by number."""
    return {
        column.name: None if column.nullable and column.name not in table.key else value_of(column, table, number)
        for column in table.stored
    }


def value_of(column: Column, table: Table, number: int) -> Any:
    """A value the column allows."""
    if column.codes is not None:
        name, _, known = column.codes.partition(".")
        return seeds.load(name)[known][0].as_py()
    if column.values:
        return column.values[0]
    if pa.types.is_string(column.type):
        if column.name.endswith("document_id") or column.pattern == "^[0-9a-f]{64}$":
            return document_id(number if column.name in table.key else 0)
        return f"{table.name}_{column.name}_{number}" if column.name in table.key else column.name
    if pa.types.is_list(column.type):
        return []
    return _plain_value(column)


def _plain_value(column: Column) -> Any:
    if pa.types.is_boolean(column.type):
        return False
    if pa.types.is_binary(column.type):
        return b""
    if pa.types.is_timestamp(column.type):
        return datetime(2012, 8, 10, tzinfo=UTC)
    if pa.types.is_date(column.type):
        return date(2012, 8, 6)
    return column.low or 0


def stored(folder: Path, tables: Mapping[str, list[Row]]) -> dict[str, list[Path]]:
    """The rows of each table as one Parquet file each, as the store has them."""
    paths = {}
    for name, overrides in tables.items():
        path = folder / name / "batch=0.parquet"
        path.parent.mkdir(parents=True, exist_ok=True)
        rows = rows_of(TABLES[name], *overrides) if overrides else TABLES[name].empty()
        pq.write_table(rows, path)
        paths[name] = [path]
    return paths


def database_of(folder: Path, tables: Mapping[str, list[Row]]) -> Path:
    """A database of those rows, with the smaller seeds."""
    target = folder / "attest.duckdb"
    build(stored(folder / "data", tables), target, seed_rows=small_seeds())
    return target


def views_over(folder: Path, tables: Mapping[str, list[Row]]) -> Path:
    """A database of those rows for questions to its views: built once a process, so that its search knows no words."""
    target = folder / "attest.duckdb"
    target.write_bytes(_empty())
    fill(target, stored(folder / "data", tables))
    return target


@cache
def _empty() -> bytes:
    """A database without rows but those of the seeds, as a file."""
    with TemporaryDirectory() as folder:
        return database_of(Path(folder), {}).read_bytes()


def small_seeds() -> dict[str, pa.Table]:
    """The seed tables that views read."""
    return {name: seeds.load(name) for name in ("bounds", "event_types", "ranks") if name in SEED_TABLES}
