"""The layout of a warehouse: the tables and columns that it was written with, and how an older one is made current."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from schemas import TABLES
from schemas.table import Table
from warehouse.store import CONTENT, KEY, write_bytes, write_parquet

LAYOUT = 1  # raised when a later version writes what this one would misread
FILE = "layout.json"
# What no stage makes again: what came in, and what runs wrote. Every other table is made from `landed`.
RECEIVED = frozenset(("landed", "rejects", *(name for name, table in TABLES.items() if table.per == "run")))


class LaterLayout(RuntimeError):
    """A warehouse that a later version of attest wrote."""


class OldLayout(RuntimeError):
    """A stored file of an older version that cannot be fitted to what its table declares now."""


def refuse_later(root: Path) -> None:
    """Raises LaterLayout for a warehouse that this version might misread."""
    layout = _said(root).get("layout", 0)
    if not isinstance(layout, int) or layout > LAYOUT:
        raise LaterLayout(
            f"{root}: written by a later version of attest (layout {layout}, not {LAYOUT}): upgrade attest"
        )


def make_current(root: Path) -> list[str]:
    """Fit a warehouse of an older version to this one; what was done, a line each. Only its writer may ask for it.

    Received tables are given the columns they lack; a table that is made from them and has other columns than it
    declares is removed, and the next run makes it again. Raises LaterLayout and OldLayout.
    """
    refuse_later(root)
    now = {"layout": LAYOUT, "tables": shape_of(TABLES)}
    if _said(root) == now:
        return []
    done = list(_fitted(root / "data"))
    write_bytes(root / "data" / FILE, json.dumps(now).encode())
    return done


def shape_of(tables: dict[str, Table]) -> str:
    """SHA-256 over the names and types of every stored column."""
    shape = "\n".join(
        f"{name} {column.name} {column.type}" for name in sorted(tables) for column in tables[name].stored
    )
    return hashlib.sha256(shape.encode()).hexdigest()


def _said(root: Path) -> dict[str, object]:
    try:
        said = json.loads((root / "data" / FILE).read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}


def _fitted(data: Path) -> Iterator[str]:
    for path in sorted([*data.glob("*/batch=*.parquet"), *data.glob("staged/*/batch=*.parquet")]):
        table = TABLES.get(path.parent.name)
        try:
            stored = pq.read_schema(path)
        except pa.ArrowInvalid:
            continue  # a damaged file is named, or made again, by whoever reads it
        if table is not None and _columns_of(stored) == _columns_of(table.schema):
            continue
        if table is None or table.name not in RECEIVED:
            path.unlink()
            yield f"{path.relative_to(data)} is made again"
        else:
            _rewrite(path, table)
            yield f"{path.relative_to(data)} was given the columns of this version"


def _columns_of(schema: pa.Schema) -> list[tuple[str, pa.DataType]]:
    return [(field.name, field.type) for field in schema]


def _rewrite(path: Path, table: Table) -> None:
    """The file with the declared columns: those it has, cast, and nulls for those it has not. Raises OldLayout."""
    rows = pq.read_table(path, partitioning=None)
    arrays = []
    for column in table.stored:
        try:
            has = column.name in rows.column_names
            values = rows[column.name].cast(column.type) if has else pa.nulls(rows.num_rows, column.type)
        except pa.ArrowException as error:
            raise OldLayout(f"{path}: its {column.name} cannot be read as {column.type}: {error}") from error
        if not column.nullable and values.null_count:
            raise OldLayout(f"{path}: an older version wrote it without {column.name}; upgrade version by version")
        arrays.append(values)
    kept = {name: value for name, value in (rows.schema.metadata or {}).items() if name in (KEY, CONTENT)}
    fitted = pa.Table.from_arrays(arrays, schema=table.schema)
    write_parquet(fitted.replace_schema_metadata({**(table.schema.metadata or {}), **kept}), path)
