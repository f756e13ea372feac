"""What corpus-wide stages read: bare SELECTs over the stored tables; memory follows the result, not the corpus."""

import re
from collections.abc import Iterable
from pathlib import Path

import duckdb
import pyarrow as pa

from schemas import TABLES
from warehouse.store import Store

FOLDER = Path(__file__).parent / "inputs"
MEMORY_LIMIT = "1GB"
SPARING_LIMIT = "150MB"  # enough for 20,000 documents, which with 1 GB took 300 MiB more for the same rows


def query_of(name: str) -> str:
    """The SELECT behind an input; raises FileNotFoundError."""
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")


def inputs_of(name: str) -> list[str]:
    """The inputs that an input is made from, each behind those it is made from itself."""
    if name in TABLES:
        return []
    words = words_of(query_of(name))
    direct = sorted({path.stem for path in FOLDER.glob("*.sql")} & words - {name})
    return list(dict.fromkeys(other for each in direct for other in (*inputs_of(each), each)))


def tables_of(name: str) -> frozenset[str]:
    """The stored tables an input is made from: itself, or those its SELECT and the inputs it reads name."""
    if name in TABLES:
        return frozenset({name})
    queries = [query_of(each) for each in (*inputs_of(name), name)]
    return frozenset(word for query in queries for word in words_of(query)) & TABLES.keys()


def words_of(query: str) -> set[str]:
    """The names a SELECT may speak of: its words without comments and literals."""
    return set(re.findall(r"[a-z_]+", re.sub(r"--[^\n]*|'[^']*'", " ", query)))


def input_rows(name: str, store: Store) -> pa.Table:
    """The rows of an input over everything the store holds, staged files included.

    In little memory, and on the disk what does not fit; where an operation can do with neither, in more.
    """
    try:
        return selected(name, store, SPARING_LIMIT)
    except duckdb.OutOfMemoryException:
        return selected(name, store, MEMORY_LIMIT)


def selected(name: str, store: Store, limit: str) -> pa.Table:
    """The rows of an input, made in so much memory; raises duckdb.OutOfMemoryException where that is too little."""
    with connected(store, tables_of(name), spill=store.published / "spill", limit=limit) as connection:
        for other in inputs_of(name):
            connection.execute(f'create view "{other}" as {query_of(other)}')
        query = f'select * from "{name}"' if name in TABLES else query_of(name)
        return connection.sql(query).to_arrow_table()


def connected(store: Store, tables: Iterable[str], spill: Path, limit: str = MEMORY_LIMIT) -> duckdb.DuckDBPyConnection:
    """A connection in which each of the tables is a view of its stored files."""
    connection = duckdb.connect(config={"memory_limit": limit, "temp_directory": str(spill), "threads": 1})
    for table in tables:
        view_of(connection, table, store.paths(table))
    return connection


def view_of(connection: duckdb.DuckDBPyConnection, table: str, paths: list[Path]) -> None:
    """A view of a table's stored files; without files, of no rows in the declared shape."""
    if paths:
        relation = connection.read_parquet([str(path) for path in paths], union_by_name=True, hive_partitioning=False)
        relation.create_view(table)
    else:
        connection.register(table, TABLES[table].empty())
