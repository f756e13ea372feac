"""The SQL door: questions are answered as they were asked."""

from pathlib import Path

import pyarrow as pa
import pytest

from tests.rows import database_of
from warehouse.sql import Refused, answer, ask, columns_in, tables_in


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of two documents."""
    return database_of(tmp_path_factory.mktemp("warehouse"), {"documents": [{"title": "A"}, {"title": "B"}]})


@pytest.mark.parametrize(
    "query",
    [
        "select count(*) from documents",
        "SELECT title FROM documents ORDER BY title;",
        "-- a comment\nwith titled as (from documents) select count(*) from titled",
        "from documents select title",
        "values (1), (2)",
        "explain select 1",
        "show tables",
        "describe claims",
        "summarize documents",
        "select * from search('colonel')",
        "select * from defections",
    ],
)
def test_a_question_is_answered(database: Path, query: str) -> None:
    assert isinstance(ask(database, query), pa.Table)


@pytest.mark.parametrize(("output_format", "is_shown"), [("parquet", True), ("table", False), ("json", False)])
def test_a_value_that_cannot_be_shown_is_said(database: Path, output_format: str, is_shown: bool) -> None:
    query = "select '290000-01-01'::date as day"
    if is_shown:
        assert answer(database, query, output_format)
    else:
        with pytest.raises(Refused, match=f"the format {output_format} cannot show"):
            answer(database, query, output_format)


def test_a_limit_is_the_last_row_and_not_one_more(database: Path) -> None:
    assert ask(database, "select * from range(5)", rows=5).num_rows == 5
    with pytest.raises(Refused, match="more than 5 rows"):
        ask(database, "select * from range(6)", rows=5)


def test_order_outlives_the_limit(database: Path) -> None:
    answered = ask(database, "select range as n from range(3000) order by n desc")
    assert answered["n"].to_pylist() == list(range(2999, -1, -1))


def test_two_columns_of_one_name_are_told_apart(database: Path) -> None:
    assert ask(database, "select 1 as a, 2 as a, 3 as b").column_names == ["a", "a_2", "b"]


def test_an_unknown_format_is_refused(database: Path) -> None:
    with pytest.raises(Refused, match="no format 'xml': there is table, csv, json, parquet"):
        answer(database, "select 1", "xml")


def test_tables_are_listed_with_their_sentences(database: Path) -> None:
    listed = {name: (kind, rows, doc) for name, kind, rows, doc in tables_in(database)}
    assert listed["documents"][:2] == ("table", 2)
    assert listed["defections"][:2] == ("view", None)
    assert listed["search(query)"][0] == "search"
    assert all(doc for _, _, doc in listed.values())


def test_columns_are_listed_in_order(database: Path) -> None:
    columns = columns_in(database, "event_claims")
    assert [name for name, _, _ in columns] == ["event_id", "claim_id", "rule"]
    assert all(doc for _, _, doc in columns)
    assert columns_in(database, "'; drop table claims; --") == []
