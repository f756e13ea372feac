"""What must hold of a table's rows, as Great Expectations' own records, derived from its declaration."""

from collections.abc import Iterator
from typing import TypedDict

import pyarrow as pa

from schemas.table import Column, Severity, Table

KNOWN = "_is_known"  # the boolean column that joining the codes adds: a set of thousands is slow to test value by value


class Expectation(TypedDict):
    """One expectation: Great Expectations' type and arguments, what a failure means, and the sentence that must hold.

    `meta` holds `sentence`, and `refuses`: whether a failing row is refused, or only the table as a whole judged.
    """

    type: str
    kwargs: dict[str, object]
    severity: Severity
    meta: dict[str, object]


def expectations_of(table: Table) -> list[Expectation]:
    """Everything the declaration says of values: nulls, codes, sets, bounds, patterns, order, keys, row count.

    A column with `codes` is judged by the boolean column named after it with KNOWN, which the caller joins.
    """
    found = [expectation for column in table.stored for expectation in _of_column(column)]
    found += [_of_pair(low, high) for low, high in table.ordered]
    if table.key:
        found.append(_of_key(table.key))
    if table.min_rows:
        sentence = f"there are at least {table.min_rows} rows"
        kwargs: dict[str, object] = {"min_value": table.min_rows}
        found.append(_expectation("expect_table_row_count_to_be_between", kwargs, sentence, refuses=False))
    return found


def judged_columns(table: Table) -> tuple[Column, ...]:
    """The stored columns of which something is expected."""
    named = {table.column(name).name for pair in (*table.ordered, table.key) for name in pair}
    return tuple(column for column in table.stored if column.name in named or any(_of_column(column)))


def _expectation(
    kind: str, kwargs: dict[str, object], sentence: str, severity: Severity = "critical", *, refuses: bool = True
) -> Expectation:
    return {
        "type": kind,
        "kwargs": kwargs,
        "severity": severity,
        "meta": {"sentence": sentence, "refuses": refuses},
    }


def _of_column(column: Column) -> Iterator[Expectation]:
    name, severity = column.name, column.severity
    if not column.nullable:
        yield _expectation("expect_column_values_to_not_be_null", {"column": name}, f"{name} is never null", severity)
    if column.codes is not None:
        kwargs: dict[str, object] = {"column": name + KNOWN, "value_set": [True]}
        sentence = f"{name} is a known {column.codes}"
        yield _expectation("expect_column_values_to_be_in_set", kwargs, sentence, severity)
    if column.values:
        kwargs = {"column": name, "value_set": list(column.values)}
        sentence = f"{name} is one of {', '.join(column.values)}"
        yield _expectation("expect_column_values_to_be_in_set", kwargs, sentence, severity)
    if column.low is not None or column.high is not None:
        kwargs = {"column": name, "min_value": bound(column, column.low), "max_value": bound(column, column.high)}
        sentence = f"{name} is {_bounds(column.low, column.high)}"
        yield _expectation("expect_column_values_to_be_between", kwargs, sentence, severity)
    if column.pattern is not None:
        kwargs = {"column": name, "regex": column.pattern}
        yield _expectation(
            "expect_column_values_to_match_regex", kwargs, f"{name} has the form {column.pattern}", severity
        )
    if column.max_null_share is not None:
        kwargs = {"column": name, "mostly": 1 - column.max_null_share}
        sentence = f"at most {column.max_null_share:.0%} of {name} is null"
        yield _expectation("expect_column_values_to_not_be_null", kwargs, sentence, severity, refuses=False)


def bound(column: Column, value: float | str | None) -> float | str | None:
    """A bound as Great Expectations compares it: of a day, the instant it starts."""
    return f"{value}T00:00:00" if pa.types.is_date(column.type) and value is not None else value


def _bounds(low: float | str | None, high: float | str | None) -> str:
    if low is not None and high is not None:
        return f"between {low} and {high}"
    return f"at least {low}" if low is not None else f"at most {high}"


def _of_pair(low: str, high: str) -> Expectation:
    kwargs: dict[str, object] = {
        "column_A": high,
        "column_B": low,
        "or_equal": True,
        "ignore_row_if": "either_value_is_missing",
    }
    return _expectation("expect_column_pair_values_a_to_be_greater_than_b", kwargs, f"{low} is at most {high}")


def _of_key(key: tuple[str, ...]) -> Expectation:
    if len(key) == 1:
        return _expectation("expect_column_values_to_be_unique", {"column": key[0]}, f"{key[0]} is unique")
    kwargs: dict[str, object] = {"column_list": list(key), "ignore_row_if": "any_value_is_missing"}
    sentence = f"{', '.join(key)} are unique together"
    return _expectation("expect_compound_columns_to_be_unique", kwargs, sentence)
