"""The warehouse in SQL: every table's DDL with its comments, made from the declarations."""

from collections.abc import Iterable

import pyarrow as pa

from schemas.table import Column, ContractError, Table

SQL_TYPES: dict[pa.DataType, str] = {
    pa.string(): "varchar",
    pa.bool_(): "boolean",
    pa.int32(): "integer",
    pa.int64(): "bigint",
    pa.float64(): "double",
    pa.date32(): "date",
    pa.timestamp("us", tz="UTC"): "timestamptz",
}


def sql_type(arrow: pa.DataType) -> str:
    """DuckDB's name of an Arrow type; raises ContractError for one that no table should use."""
    if pa.types.is_list(arrow):
        return f"{sql_type(arrow.value_type)}[]"
    if pa.types.is_struct(arrow):
        return "struct(" + ", ".join(f"{field.name} {sql_type(field.type)}" for field in arrow) + ")"
    if arrow not in SQL_TYPES:
        raise ContractError(f"no SQL type is known for {arrow}")
    return SQL_TYPES[arrow]


def shown(table: Table) -> tuple[Column, ...]:
    """The columns the warehouse has, joined ones included; columns of bytes stay in Parquet."""
    return tuple(column for column in table if not pa.types.is_binary(column.type))


def literal(text: str) -> str:
    """A text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def create_table(table: Table) -> str:
    """The statement that creates the table, with NOT NULL where the declaration says so."""
    lines = [
        f"    {column.name} {sql_type(column.type)}{'' if column.nullable else ' not null'}" for column in shown(table)
    ]
    return f"create table {table.name} (\n" + ",\n".join(lines) + "\n);"


def comments_on(table: Table) -> list[str]:
    """The statements that give the table and each of its columns its sentence."""
    return [
        f"comment on table {table.name} is {literal(table.doc)};",
        *(f"comment on column {table.name}.{column.name} is {literal(column.doc)};" for column in shown(table)),
    ]


def tables_sql(tables: Iterable[Table]) -> str:
    """One script that creates and explains the tables: the content of warehouse/tables.sql."""
    head = "-- Every table of attest.duckdb: made by `python -m schemas` from the declarations, not edited.\n"
    return head + "".join("\n" + "\n".join([create_table(table), *comments_on(table)]) + "\n" for table in tables)
