"""What the declarations expect, as Great Expectations is told it."""

from typing import Any

import pyarrow as pa
import pytest

from schemas import SEED_TABLES, TABLES
from schemas.expectations import expectations_of, judged_columns
from schemas.table import Column, Table


def table_of(*columns: Column, **more: Any) -> Table:
    """A table of one key and those columns."""
    return Table("things", "One thing.", (Column("thing_id", pa.string(), "Key."), *columns), ("thing_id",), **more)


def texts(**rules: Any) -> Column:
    """A column of texts with those rules."""
    return Column("word", pa.string(), "A word.", **rules)


@pytest.mark.parametrize(
    ("column", "kind", "kwargs", "sentence"),
    [
        (texts(nullable=False), "values_to_not_be_null", {"column": "word"}, "word is never null"),
        (
            texts(values=("a", "b")),
            "values_to_be_in_set",
            {"column": "word", "value_set": ["a", "b"]},
            "word is one of a, b",
        ),
        (  # big sets are joined first: the joined column says whether the code is known
            texts(codes="ranks.rank_code"),
            "values_to_be_in_set",
            {"column": "word_is_known", "value_set": [True]},
            "word is a known ranks.rank_code",
        ),
        (
            Column("share", pa.float64(), "A share.", low=0, high=1),
            "values_to_be_between",
            {"column": "share", "min_value": 0, "max_value": 1},
            "share is between 0 and 1",
        ),
        (  # a day is compared as the instant it starts
            Column("seen_on", pa.date32(), "A day.", low="1900-01-01"),
            "values_to_be_between",
            {"column": "seen_on", "min_value": "1900-01-01T00:00:00", "max_value": None},
            "seen_on is at least 1900-01-01",
        ),
        (
            texts(pattern="^[a-z]$"),
            "values_to_match_regex",
            {"column": "word", "regex": "^[a-z]$"},
            "word has the form ^[a-z]$",
        ),
        (
            texts(max_null_share=0.25),
            "values_to_not_be_null",
            {"column": "word", "mostly": 0.75},
            "at most 25% of word is null",
        ),
    ],
)
def test_a_rule_of_a_column(column: Column, kind: str, kwargs: dict[str, Any], sentence: str) -> None:
    found = expectations_of(table_of(column))[0]
    assert found["type"] == f"expect_column_{kind}"
    assert found["kwargs"] == kwargs
    assert found["meta"]["sentence"] == sentence


def test_a_share_of_nulls_refuses_no_row() -> None:
    found = {
        each["meta"]["sentence"]: each["meta"]["refuses"] for each in expectations_of(table_of(texts(max_null_share=0)))
    }
    assert found == {"at most 0% of word is null": False, "thing_id is unique": True}


def test_a_column_says_how_bad_a_failure_is() -> None:
    found = expectations_of(table_of(texts(values=("a",), severity="warning")))
    assert [each["severity"] for each in found] == ["warning", "critical"]


def test_a_joined_column_is_not_judged_with_its_table() -> None:
    assert [column.name for column in judged_columns(table_of(texts(nullable=False, joined="others")))] == ["thing_id"]


def test_a_minimum_of_rows_judges_the_table() -> None:
    found = expectations_of(table_of(min_rows=3))[-1]
    assert found["kwargs"] == {"min_value": 3}
    assert not found["meta"]["refuses"]


@pytest.mark.parametrize("table", [*TABLES.values(), *SEED_TABLES.values()], ids=lambda table: table.name)
def test_every_sentence_of_a_table_is_its_own(table: Table) -> None:
    sentences = [each["meta"]["sentence"] for each in expectations_of(table)]
    assert sorted(set(sentences)) == sorted(sentences)
