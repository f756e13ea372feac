"""attest.duckdb: every table with its sentences, views, marts and search, built beside the old file and swapped in."""

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from graphlib import TopologicalSorter
from pathlib import Path

import duckdb
import pyarrow as pa

import seeds
from schemas import NOTED_TABLES, SEED_TABLES, TABLES
from schemas.ddl import comments_on, create_table, literal, shown
from schemas.table import Table
from warehouse.scores import scores_in
from warehouse.search import index
from warehouse.selects import Select, selects_in
from warehouse.store import written_beside

FOLDER = Path(__file__).parent
VIEW_FOLDERS = ("views", "marts")
MEMORY_LIMIT = "1GB"
EVERY = (*TABLES.values(), *SEED_TABLES.values(), *NOTED_TABLES.values())
FILES = "files"  # a column joined from these is in the name of the file that holds the row


def sql_files() -> list[Path]:
    """The files that say in SQL what the database is: when one changes, it is built again."""
    folders = (FOLDER / folder for folder in (*VIEW_FOLDERS, "macros", "joined"))
    return [
        FOLDER / "tables.sql",
        FOLDER / "search.py",
        *(FOLDER / "inputs" / f"{select.name}.sql" for select in joined_inputs()),
        *sorted(path for each in folders for path in each.glob("*.sql")),
    ]


def joined_inputs() -> list[Select]:
    """The inputs of corpus-wide stages that joined columns are read from too."""
    words = frozenset().union(*(select.words for select in selects_in(FOLDER / "joined")))
    return [select for select in selects_in(FOLDER / "inputs") if select.name in words]


def build(
    paths: Mapping[str, Sequence[Path]],
    target: Path,
    *,
    seed_rows: Mapping[str, pa.Table] | None = None,
    with_search: bool = True,
) -> None:
    """Build the database over those Parquet files and put it in the place of the old one, which its readers keep."""
    seed_rows = {name: seeds.load(name) for name in SEED_TABLES} if seed_rows is None else seed_rows
    beside = target.with_name(target.name + ".tmp")
    target.parent.mkdir(parents=True, exist_ok=True)
    _remove(beside)
    try:
        _declare(beside, {**seed_rows, "scores": scores_in(target.parent)})
        fill(beside, paths)
        if with_search:
            with _opened(str(beside), beside) as connection:
                index(connection)
        with beside.open("rb") as written:
            os.fsync(written.fileno())
        beside.replace(target)
    finally:
        _remove(beside)  # on a full disk most of all


def _declare(database: Path, given: Mapping[str, pa.Table]) -> None:
    """Make a database of every table, with the rows that are given of some, and every view, each with its sentence."""
    with _opened(str(database), database) as connection:
        connection.begin()  # one write to disk, not one a comment
        for table in EVERY:
            connection.execute("\n".join([create_table(table), *comments_on(table)]))
        for name, rows in given.items():
            _put(connection, name, rows)
        create_views(connection)
        connection.commit()


def fill(database: Path, paths: Mapping[str, Sequence[Path]]) -> None:
    """Put the rows of those Parquet files into the tables of a database, with what is joined to them."""
    with _opened(":memory:", database) as connection:
        for table in TABLES.values():
            stored_view(connection, table, paths.get(table.name, ()))
        for select in joined_inputs():
            connection.execute(f"create view {select.name} as\n{select.body}")
        joined = {select.name: select.body for select in selects_in(FOLDER / "joined")}
        connection.execute(f"attach {literal(str(database))} as made")
        for table in TABLES.values():
            if paths.get(table.name):
                connection.execute(_insert(table, joined.get(table.name)))


def put_scores(database: Path) -> None:
    """Put the scores kept beside a database into it, in a copy that takes its place: its readers keep the old one."""
    with written_beside(database) as beside:
        shutil.copyfile(database, beside)
        with _opened(str(beside), beside) as connection:
            connection.execute("delete from scores")
            _put(connection, "scores", scores_in(database.parent))


def is_readable(path: Path) -> bool:
    """Whether a file is a database that opens: its header and catalogue have their checksums."""
    try:
        duckdb.connect(str(path), read_only=True).close()
    except duckdb.Error:
        return False
    return True


@contextmanager
def _opened(name: str, beside: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    spill = f"{beside}.spill"
    connection = duckdb.connect(name, config={"memory_limit": MEMORY_LIMIT, "temp_directory": spill})
    try:
        yield connection
    finally:
        connection.close()


def _remove(beside: Path) -> None:
    for path in (beside, beside.with_name(beside.name + ".wal")):
        path.unlink(missing_ok=True)
    shutil.rmtree(f"{beside}.spill", ignore_errors=True)


def _put(connection: duckdb.DuckDBPyConnection, name: str, rows: pa.Table) -> None:
    connection.register("given_rows", rows)
    connection.execute(f"insert into {name} by name select * from given_rows")
    connection.unregister("given_rows")


def in_order(selects: Mapping[str, Select]) -> list[Select]:
    """The views, each after those it reads; raises graphlib.CycleError."""
    reads = {name: select.words & selects.keys() - {name} for name, select in selects.items()}
    return [selects[name] for name in TopologicalSorter(reads).static_order()]


def create_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Create every view and mart over the tables that the connection has, with their sentences."""
    views = {select.name: select for folder in VIEW_FOLDERS for select in selects_in(FOLDER / folder)}
    known = {column.name: column.doc for table in reversed(EVERY) for column in table}
    for view in in_order(views):
        connection.execute(f"create view {view.name} as\n{view.body}")
        connection.execute(f"comment on view {view.name} is {literal(view.purpose)}")
    columns = "select table_name, column_name from duckdb_columns() order by table_name, column_index"
    for name, column in connection.execute(columns).fetchall():  # one question: each looks at every table
        doc = name in views and (views[name].notes.get(column) or known.get(column))
        if doc:
            connection.execute(f'comment on column {name}."{column}" is {literal(doc)}')


def stored_view(connection: duckdb.DuckDBPyConnection, table: Table, paths: Sequence[Path]) -> None:
    """A view of a table's Parquet files under its name; without files, of no rows in the declared shape."""
    if paths:
        files = [str(path) for path in paths]
        is_named = any(column.joined == FILES for column in table)
        rows = connection.read_parquet(files, union_by_name=True, hive_partitioning=False, filename=is_named)
        rows.create_view(table.name)
    else:
        connection.register(table.name, table.empty())


def _insert(table: Table, joined: str | None) -> str:
    columns = [f"stored.{column.name}" for column in shown(table) if column.joined is None]
    source = f"{table.name} as stored"
    if joined is not None:
        columns += [f"joined.{column.name}" for column in table if column.joined is not None]
        same = (f"stored.{name} is not distinct from joined.{name}" for name in table.key)
        source += f" left join (\n{joined}\n) as joined on {' and '.join(same)}"
    return f"insert into made.{table.name} by name select {', '.join(columns)} from {source}"
