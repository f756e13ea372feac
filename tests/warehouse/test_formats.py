"""Answers as bytes: for a terminal, a spreadsheet and a program."""

import csv
import io
import json
from datetime import UTC, date, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from warehouse.formats import csv_cell, csv_text, defused, json_text, rendered, shown, table_text

ROWS = pa.table({"name": ["Amal", None], "count": [3, 12000], "names": [["a", "b"], []], "is_new": [True, False]})


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+2", "'=1+2"),
        ("+1 555", "'+1 555"),
        ("@sum(a1)", "'@sum(a1)"),
        ("-2+3", "'-2+3"),
        ("|calc", "'|calc"),
        (" =1+2", "' =1+2"),  # blanks before it are skipped by some programs
        ("\t=1+2", "'\t=1+2"),
        ("\ufeff=1+2", "'\ufeff=1+2"),
        ("＝1+2", "'＝1+2"),  # the wide form is taken for the plain one
        ("-12.5", "-12.5"),  # a number is no formula
        ("1+2", "1+2"),
        ("a = b", "a = b"),
        ("", ""),
    ],
)
def test_a_formula_is_defused(text: str, cell: str) -> None:
    assert defused(text) == cell


@given(st.text())
def test_no_cell_starts_a_formula(text: str) -> None:
    assert not csv_cell(text).lstrip().startswith(("=", "+", "@"))


@given(st.lists(st.text(st.characters(exclude_categories=("Cs",))), min_size=1))
def test_csv_gives_every_cell_back(texts: list[str]) -> None:
    content = csv_text(pa.table({"text": texts}))
    back = [row[0] if row else "" for row in csv.reader(io.StringIO(content, newline=""))]
    assert back == ["text", *(defused(text) for text in texts)]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        (True, "true"),
        (date(2012, 8, 6), "2012-08-06"),
        (datetime(2012, 8, 6, 1, 2, tzinfo=UTC), "2012-08-06T01:02:00+00:00"),
        (["a", None], '["a", null]'),
        ([{"day": date(2012, 8, 6)}], '[{"day": "2012-08-06"}]'),
        (-3, "-3"),
        (b"\x00\xff", "00ff"),
    ],
)
def test_a_value_as_a_cell(value: object, cell: str) -> None:
    assert csv_cell(value) == cell


def test_json_is_an_array_of_objects() -> None:
    assert json.loads(json_text(ROWS)) == ROWS.to_pylist()
    assert json.loads(json_text(ROWS.slice(0, 0))) == []


def test_what_is_no_number_is_null_in_json() -> None:
    assert json.loads(json_text(pa.table({"share": [float("nan"), float("inf"), 0.5]}))) == [
        {"share": None}, {"share": None}, {"share": 0.5},
    ]  # fmt: skip


def test_parquet_is_read_back_as_it_was() -> None:
    assert pq.read_table(io.BytesIO(rendered(ROWS, "parquet"))).equals(ROWS)


def test_a_table_is_aligned() -> None:
    assert table_text(ROWS) == (
        "name  count  names       is_new\n"
        "────  ─────  ──────────  ──────\n"
        'Amal      3  ["a", "b"]  true\n'
        "      12000  []          false\n"
        "(2 rows)\n"
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("two\nlines", "two lines"),
        ("\x1b[2Jgone", "\ufffd[2Jgone"),  # an escape sequence would clear the screen
        ("a\u202eb", "a\ufffdb"),  # a turned direction would reorder the line
        ("x" * 99, "x" * 59 + "…"),
        (None, ""),
    ],
)
def test_a_terminal_is_shown_plain_text(value: object, text: str) -> None:
    assert shown(value) == text
