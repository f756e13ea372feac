"""What a warehouse holds, comparable between runs: every table of its database, every stored file, no clocks."""

import hashlib
from pathlib import Path

import duckdb

from schemas import TABLES
from warehouse.store import Store, described

State = dict[str, str]  # a table's or file's name to the hash of its rows
OF_RUNS = {"runs", "checks"}  # what runs write about themselves: a broken run and its heir are two
LEFT = ("*.tmp", "*.wal", "*.spill", "*.damaged", "staged/**/*.parquet", "staged/**/*.gone")


def database_state(path: Path) -> State:
    """The rows of every table of a database, in any order, without instants and run ids; raises duckdb.Error."""
    with duckdb.connect(str(path), read_only=True) as connection:
        return {name: _rows_of(connection, name) for name in sorted(TABLES.keys() - OF_RUNS) if name != "landed"}


def _rows_of(connection: duckdb.DuckDBPyConnection, table: str) -> str:
    columns = connection.execute(
        "select column_name from duckdb_columns() where table_name = ? and data_type not like 'TIMESTAMP%' "
        "and column_name != 'run_id' and not (table_name like '%histor%' and column_name = 'batch_id')",
        [table],
    ).fetchall()
    named = ", ".join(f'"{name}"' for (name,) in columns)
    rows = sorted(repr(row) for row in connection.execute(f"select {named} from {table}").fetchall())
    return f"{len(rows)} {hashlib.sha256(chr(10).join(rows).encode()).hexdigest()[:12]}"


def stored_state(root: Path) -> State:
    """What every stored file says that it holds; of what is made per run, nothing."""
    store = Store(root)
    names = [name for name, table in TABLES.items() if table.per != "run"]
    return {f"{name}/{path.stem}": described(path).content for name in names for path in store.paths(name)}


def state_of(root: Path) -> State:
    """The database and the stored files together."""
    return database_state(root / "attest.duckdb") | stored_state(root)


def broken_files(root: Path) -> list[str]:
    """The stored files that are not whole."""
    return [str(path.relative_to(root)) for path in Store(root).damaged_files()]


def temporaries_in(root: Path) -> list[str]:
    """What an interrupted write left."""
    folders = [folder for folder in (root, root / "data", root / "report") if folder.is_dir()]
    found = {path for folder in folders for kind in LEFT for path in folder.rglob(kind)}
    return sorted(str(path.relative_to(root)) for path in found if "prefect" not in path.parts)
