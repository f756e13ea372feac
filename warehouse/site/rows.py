"""Rows of the warehouse for the report: named queries, run read-only, each shown to the reader beside its result."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import ceil
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import duckdb

QUERIES = Path(__file__).parent / "queries"
AT_ONCE = 500  # rows fetched at a time: pages are written as rows arrive, so memory does not grow with the corpus
GATHERED = 10_000  # rows whose lists are gathered at a time: some 300 MB of articles with their claims and names
READ_ONLY: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": False,
    "autoinstall_known_extensions": False,
    "threads": 2,
}

Row = dict[str, Any]


@dataclass(frozen=True)
class Query:
    """One named SELECT: what it is for, and its text."""

    name: str

    @cached_property
    def text(self) -> str:
        """The file as it stands."""
        return (QUERIES / f"{self.name}.sql").read_text(encoding="utf-8").strip()

    @property
    def purpose(self) -> str:
        """The sentence of its first comment."""
        return self.text.splitlines()[0].removeprefix("--").strip()

    def where(self, column: str, value: str) -> str:
        """The statement that gives the rows of one value, for a reader who wants to run it."""
        quoted = value.replace("'", "''")
        body = self.text.replace("\n", "\n    ")
        return f"select *\nfrom (\n    {body}\n)\nwhere {column} = '{quoted}'"


class Reader:
    """A read-only, offline connection to one warehouse file; raises FileNotFoundError when there is none."""

    def __init__(self, database: Path) -> None:
        if not database.is_file():
            raise FileNotFoundError(f"{database}: no such warehouse; run `attest run` first")
        self.database = database
        self.folder = database.parent
        self._connection = duckdb.connect(str(database), read_only=True, config=READ_ONLY)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def each(self, name: str) -> Iterator[Row]:
        """The rows of a named query, as they arrive."""
        return self._each(Query(name).text)

    def in_parts(self, name: str, key: str, table: str) -> Iterator[Row]:
        """The rows of a named query that gathers lists, a stretch of keys at a time: lists of all would fill memory.

        The keys are those of a table, in hex, and so spread evenly.
        """
        (total,) = self._connection.sql(f"select count(*) from {table}").fetchone() or (0,)
        parts = min(256, max(1, ceil(total / GATHERED)))
        edges = [f"{256 * number // parts:02x}" for number in range(1, parts)]
        for low, high in pairwise([None, *edges, None]):
            bounds = [*([f"{key} >= '{low}'"] if low else []), *([f"{key} < '{high}'"] if high else [])]
            chosen = f" where {' and '.join(bounds)}" if bounds else ""
            yield from self._each(f"select * from (\n{Query(name).text}\n){chosen}")

    def _each(self, statement: str) -> Iterator[Row]:
        cursor = self._connection.cursor()
        try:
            cursor.execute(statement)
            columns = [column[0] for column in cursor.description or ()]
            while part := cursor.fetchmany(AT_ONCE):
                for values in part:
                    yield dict(zip(columns, values, strict=True))
        finally:
            cursor.close()

    def rows(self, name: str) -> list[Row]:
        """All rows of a named query."""
        return list(self.each(name))

    def row(self, name: str) -> Row:
        """The one row of a named query that gives one."""
        return self.rows(name)[0]
