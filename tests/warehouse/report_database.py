"""An invented warehouse as a file, in the declared shape, for the tests of the report."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from schemas import NOTED_TABLES, SEED_TABLES, TABLES
from schemas.table import Table
from tests.warehouse.report_rows import Rows
from warehouse.database import create_views
from warehouse.scores import scores_in


def write_database(file: Path, documents: int = 12, *, hostile: bool = False) -> Path:
    """A warehouse file of that many invented documents."""
    rows = Rows(documents, hostile=hostile)
    made: dict[str, Callable[[], list[dict[str, Any]]]] = {
        "landed": rows.landed, "raw_documents": rows.raw_documents, "documents": rows.document_rows,
        "claims": rows.claims, "mentions": rows.mentions, "entities": rows.entities, "events": rows.events,
        "event_claims": rows.event_claims, "duplicates": rows.duplicates, "rejects": rows.rejects,
        "bounds": rows.bounds, "runs": rows.runs, "checks": rows.checks, "event_types": rows.event_types,
        "ranks": rows.ranks, "review_pairs": rows.review_pairs,
    }  # fmt: skip
    scores = scores_in(file.parent)
    with duckdb.connect(str(file)) as connection:
        for name, table in {**TABLES, **SEED_TABLES, **NOTED_TABLES}.items():
            loaded = scores if name == "scores" else filled(table, made[name]() if name in made else [])
            connection.register("loaded", loaded)
            connection.execute(f'create table "{name}" as select * from loaded')
            connection.unregister("loaded")
        create_views(connection)
    return file


def filled(table: Table, rows: list[dict[str, Any]]) -> pa.Table:
    """Rows with every declared column, those joined in by the warehouse included."""
    schema = pa.schema([pa.field(column.name, column.type) for column in table])
    return pa.Table.from_pylist(rows, schema=schema)
