"""Quality: each table judged by its declaration before it is kept, and the tables together by sentences in SQL."""

import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

import seeds
from schemas import SEED_TABLES, TABLES
from schemas.bounds import Bound, bounds_in
from schemas.records import Reject
from schemas.relations import relations_of
from schemas.table import Table
from warehouse.database import stored_view
from warehouse.selects import Select, selects_in
from warehouse.suites import Judged, judged

FOLDER = Path(__file__).parent
SAMPLES = 5
LONGEST_SAMPLE = 200  # characters
MEMORY_LIMIT = "1GB"

Row = dict[str, Any]


@dataclass(frozen=True)
class Verdict:
    """What the expectations say of one table's rows: a row for `checks` each, the rows kept, and the rows refused."""

    table: Table
    rows: pa.Table
    results: tuple[Judged, ...]
    run_id: str

    @cached_property
    def checks(self) -> list[Row]:
        """One row a check."""
        return [
            {
                "run_id": self.run_id,
                "table_name": self.table.name,
                "check_name": result.sentence,
                "severity": result.severity,
                "passed": result.passed,
                "row_count": self.rows.num_rows,
                "failed_count": self.rows.num_rows if result.error else len(result.failing),
                "samples": self._samples(result),
            }
            for result in self.results
        ]

    @property
    def is_critical(self) -> bool:
        """Whether something failed that must not be published."""
        return any(not result.passed and result.severity == "critical" for result in self.results)

    @property
    def sentence(self) -> str:
        """The first critical failure, with its counts and an example; empty when there is none."""
        failed = (row for row in self.checks if not row["passed"] and row["severity"] == "critical")
        return next((sentence_of(row) for row in failed), "")

    @cached_property
    def failing(self) -> dict[int, str]:
        """The position of every refused row, with the first sentence it breaks."""
        found: dict[int, str] = {}
        for result in self.results:
            if result.refuses:
                for position in result.failing:
                    found.setdefault(position, result.sentence)
        return dict(sorted(found.items()))

    @property
    def kept(self) -> pa.Table:
        """The rows that break nothing."""
        if not self.failing:
            return self.rows
        refused = pa.array(list(self.failing), pa.int64())
        return self.rows.filter(pc.invert(pc.is_in(pa.array(range(self.rows.num_rows), pa.int64()), refused)))

    @property
    def rejects(self) -> list[Reject]:
        """The refused rows, each with the sentence it breaks and its key."""
        return [
            Reject(
                self.table.name,
                self._value("document_id", position),
                self._value("uri", position),
                "failed_check",
                f"{sentence} ({self._key(position)})",
            )
            for position, sentence in self.failing.items()
        ]

    def _value(self, column: str, position: int) -> Any:
        return self.rows[column][position].as_py() if column in self.rows.column_names else None

    def _key(self, position: int) -> str:
        return sample_of({name: self._value(name, position) for name in self.table.key})

    def _samples(self, result: Judged) -> list[str]:
        if result.error:
            return [result.error[:LONGEST_SAMPLE]]
        named = [
            column.name for column in self.table.stored if column.name in result.sentence.replace(",", " ").split()
        ]
        names = [*self.table.key, *(name for name in named if name not in self.table.key)]
        return [
            sample_of({name: self._value(name, position) for name in names}) for position in result.failing[:SAMPLES]
        ]


def judge(table: Table, rows: pa.Table, run_id: str) -> Verdict:
    """The rows judged by everything their declaration expects of them."""
    return Verdict(table, rows, tuple(judged(table, rows)), run_id)


def sentence_of(check: Mapping[str, Any]) -> str:
    """A failed check in one sentence: table, what should hold, counts, and an example."""
    example = f", for example {check['samples'][0]}" if check["samples"] else ""
    counts = f"{check['failed_count']} of {check['row_count']} rows fail"
    return f"{check['table_name']}: {check['check_name']}: {counts}{example}"


def sample_of(values: Mapping[str, object]) -> str:
    """A failing row in a few words: names and values, cut at LONGEST_SAMPLE."""
    text = ", ".join(f"{name} {value}" for name, value in values.items())
    return text if len(text) <= LONGEST_SAMPLE else text[: LONGEST_SAMPLE - 1] + "…"


def checks_over(paths: Mapping[str, Sequence[Path]], run_id: str, *, fresh: Collection[str] | None = None) -> list[Row]:
    """The stored tables judged together: references, the SELECTs of bad rows in `checks/`, and the bounds.

    With `fresh`, the ids of the batches that are new, what concerns the rows of one batch is judged over those alone.
    """
    checks = [*_relations(), *selects_in(FOLDER / "checks")]
    everywhere = checks if fresh is None else [check for check in checks if _is_corpus_wide(check)]
    with _stored(paths) as connection:
        found = _checked(connection, everywhere)
        measures = {select.name: select for select in selects_in(FOLDER / "measures")}
        bounds = bounds_in(seeds.load("bounds"))
        found += [_bounded(connection, bound, measures[bound.measure_code]) for bound in bounds]
    if fresh is not None:
        with _stored({name: [path for path in paths[name] if _is_of(path, fresh)] for name in paths}) as connection:
            found += _checked(connection, [check for check in checks if not _is_corpus_wide(check)])
    return [{"run_id": run_id, **row} for row in found]


def _is_corpus_wide(check: Select) -> bool:
    reads = [TABLES[name] for name in check.words & TABLES.keys()]
    return "corpus" in check.notes.values() or any(table.per != "batch" and table.name != "rejects" for table in reads)


def _is_of(path: Path, batches: Collection[str]) -> bool:
    """Whether a stored file is of one of the batches; rejects are stored under their stage and batch."""
    name = path.stem.removeprefix("batch=")
    return name in batches or any(name.endswith(f"-{batch_id}") for batch_id in batches)


@contextmanager
def _stored(paths: Mapping[str, Sequence[Path]]) -> Iterator[duckdb.DuckDBPyConnection]:
    with tempfile.TemporaryDirectory() as spill:
        # One thread: the rows shown as samples are the same in every run.
        connection = duckdb.connect(config={"memory_limit": MEMORY_LIMIT, "temp_directory": spill, "threads": 1})
        try:
            for table in TABLES.values():
                stored_view(connection, table, paths.get(table.name, ()))
            for name in SEED_TABLES:
                connection.register(name, seeds.load(name))
            yield connection
        finally:
            connection.close()


def _relations() -> list[Select]:
    found = (relation for table in TABLES.values() if table.name != "rejects" for relation in relations_of(table))
    return [
        Select(
            relation.table,
            relation.sentence,
            {"table": relation.table, "severity": "critical", "per": relation.per},
            relation.query,
        )
        for relation in found
    ]


def _checked(connection: duckdb.DuckDBPyConnection, checks: Sequence[Select]) -> list[Row]:
    counts = {name: connection.table(name).count("*").fetchall()[0][0] for name in TABLES}
    return [_check(connection, check, counts[check.notes["table"]]) for check in checks]


def _check(connection: duckdb.DuckDBPyConnection, check: Select, row_count: int) -> Row:
    bad = connection.sql(f"select *, count(*) over () as bad_count from (\n{check.body}\n) limit {SAMPLES}")
    samples = bad.to_arrow_table().to_pylist()
    failed = samples[0]["bad_count"] if samples else 0
    return {
        "table_name": check.notes["table"],
        "check_name": check.purpose,
        "severity": check.notes["severity"],
        "passed": not failed,
        "row_count": row_count,
        "failed_count": failed,
        "samples": [sample_of({name: row[name] for name in row if name != "bad_count"}) for row in samples],
    }


def _bounded(connection: duckdb.DuckDBPyConnection, bound: Bound, measure: Select) -> Row:
    value, row_count = connection.sql(measure.body).fetchall()[0]
    passed = bound.holds(value, row_count)
    return {
        "table_name": bound.table_name,
        "check_name": bound.sentence,
        "severity": bound.severity,
        "passed": passed,
        "row_count": row_count,
        "failed_count": 0 if passed else row_count,
        "samples": [] if value is None else [f"{value:.6g}"],
    }
