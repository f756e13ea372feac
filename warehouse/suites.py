"""Great Expectations over one table's rows: which expectation held, and which rows fail it."""

import logging
import os
import threading
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

import seeds
from schemas.expectations import KNOWN, Expectation, expectations_of, judged_columns
from schemas.table import Severity, Table

ONE_AT_A_TIME = threading.Lock()  # a context holds its batch under one name


@dataclass(frozen=True, slots=True)
class Judged:
    """One expectation over one table: the sentence, what its failure means, and the positions of the failing rows.

    `error` is what went wrong when it could not be judged at all: that is a failure too.
    """

    sentence: str
    severity: Severity
    refuses: bool
    passed: bool
    failing: tuple[int, ...] = ()
    error: str | None = None


def judged(table: Table, rows: pa.Table) -> list[Judged]:
    """Every declared expectation over the rows, in the order of the columns.

    First only whether each holds, which costs half as much; then which rows fail those that do not, or need not wholly.
    """
    expectations = expectations_of(table)
    with ONE_AT_A_TIME, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library's own, about its own parts
        batch = _context().data_sources.pandas_default.read_dataframe(_frame(table, rows))
        strict = [each for each in expectations if "mostly" not in each["kwargs"]]
        held = [each for each in _results(batch, strict, "BOOLEAN_ONLY") if each.passed]
        sentences = {each.sentence for each in held}
        others = [each for each in expectations if each["meta"]["sentence"] not in sentences]
        found = held + _results(batch, others, "COMPLETE")
    return sorted(found, key=_place_among(expectations))


def _results(batch: Any, expectations: list[Expectation], result_format: str) -> list[Judged]:
    """What one pass over the rows says of those expectations."""
    import great_expectations as gx

    if not expectations:
        return []
    suite = gx.ExpectationSuite("declared", expectations=[dict(each) for each in expectations])
    results = batch.validate(suite, result_format={"result_format": result_format}).results
    return [_judged(result.to_json_dict()) for result in results]


def ready() -> None:
    """Import the library, which takes seconds, before rows wait for it."""
    with ONE_AT_A_TIME, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        _context()


def _place_among(expectations: list[Expectation]) -> Any:
    places = {expectation["meta"]["sentence"]: place for place, expectation in enumerate(expectations)}
    return lambda judged: places[judged.sentence]


@cache
def _context() -> Any:
    """A context that keeps everything in memory: no site, no statistics sent, no progress bars."""
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    logging.getLogger("great_expectations").setLevel(logging.WARNING)
    import great_expectations as gx
    from great_expectations.data_context.types.base import DataContextConfig, InMemoryStoreBackendDefaults

    stores = InMemoryStoreBackendDefaults(init_temp_docs_sites=False)
    context: Any = gx.get_context(mode="ephemeral", project_config=DataContextConfig(store_backend_defaults=stores))
    context.variables.progress_bars = {"globally": False, "metric_calculations": False}
    return context


def _frame(table: Table, rows: pa.Table) -> Any:
    """The judged columns as Arrow-backed pandas: days as instants, and whether each code is known."""
    import pandas as pd

    columns = dict(_columns(table, rows))
    return pa.table(columns).to_pandas(types_mapper=pd.ArrowDtype)


def _columns(table: Table, rows: pa.Table) -> Iterator[tuple[str, pa.ChunkedArray]]:
    for column in judged_columns(table):
        values = rows[column.name]
        yield column.name, values.cast(pa.timestamp("s")) if pa.types.is_date(values.type) else values
        if column.codes is not None:
            name, _, known = column.codes.partition(".")
            is_known = pc.is_in(values, value_set=seeds.load(name)[known].cast(values.type).combine_chunks())
            yield column.name + KNOWN, pc.if_else(pc.is_valid(values), is_known, pa.scalar(None, pa.bool_()))


def _judged(result: dict[str, Any]) -> Judged:
    config = result["expectation_config"]
    error = result["exception_info"] or {}
    failing = result["result"].get("unexpected_index_list") or ()
    return Judged(
        sentence=config["meta"]["sentence"],
        severity=config["severity"],
        refuses=config["meta"]["refuses"],
        passed=bool(result["success"]),
        failing=tuple(sorted(failing)),
        error=error.get("exception_message") if error.get("raised_exception") else None,
    )
