"""What a question may call: nothing that takes an address in memory, changes what the database does, or hides SQL."""

import re

import duckdb

# Of the functions of DuckDB 1.5.5, all of which were gone through, these are closed by no setting of its own.
CLOSED = frozenset(
    {
        *("pandas_scan", "arrow_scan", "arrow_scan_dumb", "python_map_function"),  # an address; null kills the process
        *("enable_logging", "disable_logging", "truncate_duckdb_logs", "write_log"),  # a log may be a file
        *("enable_profiling", "disable_profiling"),  # and so may a profile
        *("checkpoint", "force_checkpoint"),
        *("query", "json_execute_serialized_sql"),  # SQL in a string, where it is not looked through
    }
)
EXPLAIN = re.compile(r"\s*explain\b(?:\s+analyze\b)?(?:\s*\([^()]*\))?", re.IGNORECASE)
CALLED = re.compile(r'"function_name":"([^"]*)"')


class NotLookedThrough(ValueError):
    """A statement that is no SELECT, nor the explanation of one."""


def closed_in(connection: duckdb.DuckDBPyConnection, query: str) -> str | None:
    """The first closed function that a question calls anywhere; raises NotLookedThrough and duckdb.Error.

    DuckDB's own parse is looked at, so that no way of writing a name escapes.
    """
    explained = EXPLAIN.match(query)
    plain = query[explained.end() :] if explained else query
    ((parse,),) = connection.execute("select json_serialize_sql(?::varchar)", [plain]).fetchall()
    if not str(parse).startswith('{"error":false'):
        raise NotLookedThrough("it cannot be looked through before it is asked")
    return next((name for name in CALLED.findall(parse) if name.lower() in CLOSED), None)
