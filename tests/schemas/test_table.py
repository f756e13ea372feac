"""Declarations: what they refuse, and the laws of conform."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import SEED_TABLES, TABLES
from schemas.records import REJECTS
from schemas.table import Column, ContractError, Table, conform

PEOPLE = Table(
    "people",
    "One person.",
    (
        Column("name", pa.string(), "The name.", nullable=False),
        Column("age", pa.int32(), "The age, in years."),
        Column("entity_id", pa.string(), "Who it is.", joined="entity_forms"),
    ),
    key=("name",),
)


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (pa.table({"name": ["a"]}), r"people\.age: the column is missing"),
        (pa.table({"name": ["a"], "age": ["old"]}), r"people\.age: not int32"),
        (pa.table({"name": ["a", None], "age": [1, 2]}), r"people\.name: 1 nulls"),
        (pa.table({"name": ["a"], "age": [3_000_000_000]}), r"people\.age: not int32"),  # does not fit
    ],
)
def test_rows_of_another_shape_are_refused(rows: pa.Table, sentence: str) -> None:
    with pytest.raises(ContractError, match=sentence):
        conform(rows, PEOPLE)


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(ContractError, match="people: no column 'shoe'"):
        PEOPLE.of([{"name": "a", "shoe": 43}])


@given(st.lists(st.tuples(st.text(), st.none() | st.integers(0, 120))))
def test_conforming_twice_changes_nothing(people: list[tuple[str, int | None]]) -> None:
    rows = pa.table(
        {"age": [age for _, age in people], "name": [name for name, _ in people], "more": [0] * len(people)}
    )
    once = conform(rows.cast(pa.schema([("age", pa.int64()), ("name", pa.string()), ("more", pa.int64())])), PEOPLE)
    assert conform(once, PEOPLE) == once
    assert once.schema == PEOPLE.schema


def test_a_joined_column_is_declared_and_not_stored() -> None:
    assert PEOPLE.schema.names == ["name", "age"]
    assert PEOPLE.column("entity_id").joined == "entity_forms"


@pytest.mark.parametrize("columns", [("name", "name"), ("other",)])
def test_a_broken_declaration_is_refused(columns: tuple[str, ...]) -> None:
    with pytest.raises(ContractError):
        Table("t", "A row.", tuple(Column(name, pa.string(), "It.") for name in columns), key=("name",))


@pytest.mark.parametrize("table", [*TABLES.values(), *SEED_TABLES.values()], ids=lambda table: table.name)
def test_every_declaration_speaks_in_sentences(table: Table) -> None:
    assert table.doc.endswith(".")
    for column in table:
        assert column.doc[0].isupper(), column.name
        assert column.doc[-1] in ".…", column.name


def test_a_name_has_one_type_everywhere() -> None:
    types: dict[str, pa.DataType] = {}
    for table in TABLES.values():
        for column in table:
            assert types.setdefault(column.name, column.type) == column.type, f"{table.name}.{column.name}"


def test_every_reference_names_a_column() -> None:
    for table in TABLES.values():
        for column in table:
            if column.refers_to:
                other, _, name = column.refers_to.partition(".")
                assert TABLES[other].column(name)
            if column.codes:
                seed, _, name = column.codes.partition(".")
                assert SEED_TABLES[seed].column(name)


def test_no_rows_have_the_right_shape() -> None:
    assert REJECTS.empty().schema == REJECTS.schema
