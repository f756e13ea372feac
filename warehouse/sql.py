"""The SQL door: one question to one database, which can neither write, nor read a file, nor reach a network."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa

from warehouse.bounds import bytes_of, held_to
from warehouse.formats import FORMATS, rendered
from warehouse.questions import NotLookedThrough, closed_in

ROWS = 10_000  # an answer for people; larger ones are exports
SECONDS = 60.0
READ_SECONDS = 3_600.0  # that reading a whole table may take
MEMORY = "2GB"
DOOR = {
    "access_mode": "read_only",
    "enable_external_access": "false",
    "autoload_known_extensions": "false",
    "autoinstall_known_extensions": "false",
    "python_enable_replacements": "false",  # a name in the caller's code is no table
    "temp_directory": "",  # what does not fit in memory fails: nothing is spilled to disk
    "threads": "2",
}
DAMAGE = (duckdb.IOException, duckdb.FatalException, duckdb.InternalException, duckdb.SerializationException)
ASKING = (duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN)


class Refused(ValueError):
    """A statement that is no question, or that the door does not let through; says why in one sentence."""


def ask(database: Path, query: str, *, rows: int = ROWS, seconds: float = SECONDS, memory: str = MEMORY) -> pa.Table:
    """The answer to one SELECT; raises Refused, also when it takes too long or has more than `rows` rows."""
    with opened(database, memory) as connection, held_to(bytes_of(memory)):
        _judge(connection, query)
        with _stopped_after(connection, seconds) as stopped:
            try:
                relation = connection.sql(query)
                answer = pa.table({}) if relation is None else relation.limit(rows + 1).to_arrow_table()
            except (duckdb.OutOfMemoryException, MemoryError, pa.ArrowMemoryError) as error:
                raise Refused(f"the query was stopped: it needs more than {memory} of memory") from error
            except duckdb.Error as error:
                late = f"the query was stopped: it took more than {seconds:g} seconds"
                damaged = (
                    f"{database}: the file is damaged; `attest build` makes it again: " if _is_damage(error) else ""
                )
                raise Refused(late if stopped.is_set() else damaged + _said(error)) from error
    if answer.num_rows > rows:
        raise Refused(f"the answer has more than {rows:,} rows: add a limit, or use `attest export`")
    return answer.rename_columns(_told_apart(answer.column_names))


def read_whole(database: Path) -> None:
    """Read every column of every table, so that a damaged block is found by its checksum; raises Refused."""
    tables = ask(database, "select schema_name, table_name from duckdb_tables()").to_pylist()  # the search's too
    for schema, name in (row.values() for row in tables):
        ask(database, f'select bit_xor(hash(rows)) as hashed from "{schema}"."{name}" as rows', seconds=READ_SECONDS)


def _told_apart(names: list[str]) -> list[str]:
    return [f"{name}_{names[:at].count(name) + 1}" if name in names[:at] else name for at, name in enumerate(names)]


def answer(database: Path, query: str, output_format: str, **limits: float) -> bytes:
    """The answer in one of the formats; raises Refused."""
    if output_format not in FORMATS:
        raise Refused(f"no format {output_format!r}: there is {', '.join(FORMATS)}")
    rows = ask(database, query, **limits)  # type: ignore[arg-type]
    try:
        return rendered(rows, output_format)
    except (OverflowError, ValueError) as error:  # DuckDB's days run to the year 5,881,580, Python's to 9999
        raise Refused(f"the answer holds a value that the format {output_format} cannot show: {error}") from error


def tables_in(database: Path) -> list[tuple[str, str, int | None, str]]:
    """Every table, view and search: name, kind, rows (null for a view), sentence."""
    query = (
        "select table_name, 'table', estimated_size, comment from duckdb_tables() where schema_name = 'main' "
        "union all select view_name, 'view', null, comment from duckdb_views() where not internal "
        "union all select function_name || '(' || array_to_string(parameters, ', ') || ')', 'search', null, comment "
        "from duckdb_functions() where function_type = 'table_macro' and not internal order by 2, 1"
    )
    return [tuple(row.values()) for row in ask(database, query).to_pylist()]


def columns_in(database: Path, name: str) -> list[tuple[str, str, str]]:
    """The columns of a table or view: name, type, sentence; none when there is no such table."""
    query = "select table_name, column_name, data_type, coalesce(comment, '') from duckdb_columns() where not internal"
    return [tuple(row.values())[1:] for row in ask(database, query).to_pylist() if row["table_name"] == name]


@contextmanager
def opened(database: Path, memory: str = MEMORY) -> Iterator[duckdb.DuckDBPyConnection]:
    """A read-only connection without files, network, extensions or settings; raises Refused."""
    try:
        connection = duckdb.connect(str(database), config={**DOOR, "memory_limit": memory})
    except duckdb.Error as error:
        raise Refused(
            f"{database}: not a database that can be opened, `attest build` makes it: {_said(error)}"
        ) from error
    try:
        connection.execute("set lock_configuration = true")
        yield connection
    finally:
        connection.close()


def _judge(connection: duckdb.DuckDBPyConnection, query: str) -> None:
    try:
        query.encode()
        statements = connection.extract_statements(query)
    except duckdb.Error as error:
        raise Refused(_said(error)) from error
    except UnicodeEncodeError as error:
        raise Refused(f"the query is no text in UTF-8: {error.reason}") from error
    if len(statements) != 1:
        raise Refused(f"one statement at a time: there are {len(statements)}")
    if statements[0].type not in ASKING:
        raise Refused(f"only questions are answered: {statements[0].type.name.lower()} is none")
    try:
        closed = closed_in(connection, query)
    except (duckdb.Error, NotLookedThrough) as error:
        raise Refused(f"only questions are answered: {str(error).splitlines()[0]}") from error
    if closed is not None:
        raise Refused(f"no question may call {closed}")


@contextmanager
def _stopped_after(connection: duckdb.DuckDBPyConnection, seconds: float) -> Iterator[threading.Event]:
    """Interrupts what runs after that many seconds, again and again: a query that is still being planned misses one."""
    stopped, done = threading.Event(), threading.Event()

    def stop() -> None:
        stopped.set()
        while not done.is_set():
            connection.interrupt()
            done.wait(0.05)

    timer = threading.Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        yield stopped
    finally:
        done.set()
        timer.cancel()
        timer.join()  # an interrupt must not reach a connection that is closed


def _is_damage(error: duckdb.Error) -> bool:
    return isinstance(error, DAMAGE) and not isinstance(error, duckdb.HTTPException) and "orrupt" in str(error)


def _said(error: duckdb.Error) -> str:
    """The first line of what DuckDB says, without its kind or advice."""
    line = str(error).strip().splitlines()[0]
    return line.split(": ", 1)[-1] if " Error: " in line else line
