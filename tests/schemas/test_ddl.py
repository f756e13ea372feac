"""The DDL that the declarations make."""

from pathlib import Path

import duckdb
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import NOTED_TABLES, SEED_TABLES, TABLES
from schemas.ddl import comments_on, create_table, literal, shown, sql_type, tables_sql
from schemas.table import Column, ContractError, Table
from tests.rows import rows_of

EVERY = [*TABLES.values(), *SEED_TABLES.values(), *NOTED_TABLES.values()]
SCRIPT = Path(__file__).parents[2] / "warehouse" / "tables.sql"


@pytest.mark.parametrize(
    ("arrow", "name"),
    [
        (pa.string(), "varchar"),
        (pa.timestamp("us", tz="UTC"), "timestamptz"),  # an instant, not a wall clock
        (pa.list_(pa.string()), "varchar[]"),
        (pa.struct([pa.field("a", pa.int32()), pa.field("b", pa.date32())]), "struct(a integer, b date)"),
        (pa.list_(pa.struct([pa.field("a", pa.list_(pa.int64()))])), "struct(a bigint[])[]"),
    ],
)
def test_sql_type(arrow: pa.DataType, name: str) -> None:
    assert sql_type(arrow) == name


def test_a_type_without_a_name_is_refused() -> None:
    with pytest.raises(ContractError, match="no SQL type is known for duration"):
        sql_type(pa.duration("s"))


@given(st.text(st.characters(exclude_characters="\x00", exclude_categories=("Cs",))))
def test_a_literal_is_read_back_as_it_was(text: str) -> None:
    assert duckdb.execute(f"select {literal(text)}").fetchall() == [(text,)]


@pytest.mark.parametrize("table", EVERY, ids=lambda table: table.name)
def test_a_declared_row_fits_its_table(table: Table) -> None:
    with duckdb.connect() as connection:
        connection.execute(create_table(table))
        connection.register("rows", rows_of(table, count=2))
        names = ", ".join(column.name for column in shown(table) if column.joined is None)
        connection.execute(f"insert into {table.name} by name select {names} from rows")
        assert connection.table(table.name).count("*").fetchall() == [(2,)]


def test_what_is_never_null_cannot_be_stored_as_null() -> None:
    with duckdb.connect() as connection:
        connection.execute(create_table(TABLES["rejects"]))
        with pytest.raises(duckdb.ConstraintException, match="reason_code"):
            connection.execute("insert into rejects (stage) values ('documents')")


def test_bytes_stay_in_parquet() -> None:
    table = Table("items", "One item.", (Column("a", pa.string(), "A."), Column("b", pa.binary(), "B.")), key=("a",))
    assert create_table(table) == "create table items (\n    a varchar\n);"
    assert comments_on(table) == ["comment on table items is 'One item.';", "comment on column items.a is 'A.';"]


def test_the_committed_script_is_current() -> None:
    """`python -m schemas > warehouse/tables.sql` makes it again."""
    assert SCRIPT.read_text(encoding="utf-8") == tables_sql(EVERY)
