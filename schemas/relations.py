"""What must hold between tables, and between the batches of one, as SELECTs of the rows that break it."""

from collections.abc import Iterator
from dataclasses import dataclass

from schemas.table import Per, Table


@dataclass(frozen=True, slots=True)
class Relation:
    """One sentence that must hold of a table, of each batch or of all together, and the SELECT of what breaks it."""

    table: str
    sentence: str
    query: str
    per: Per = "batch"


def relations_of(table: Table) -> Iterator[Relation]:
    """The table's references, and the uniqueness of its key over every batch."""
    for column in table.stored:
        if column.refers_to is not None and column.refers_to != f"{table.name}.{column.name}":
            yield _reference(table.name, column.name, *column.refers_to.split("."))
    if table.per == "batch":
        yield _uniqueness(table.name, ", ".join(table.key))


def _reference(table: str, column: str, other_table: str, other_column: str) -> Relation:
    query = (
        f"select here.{column}\nfrom {table} as here\n"
        f"anti join {other_table} as there\n    on here.{column} = there.{other_column}\n"
        f"where here.{column} is not null"
    )
    return Relation(table, f"every {column} stands in {other_table}.{other_column}", query)


def _uniqueness(table: str, key: str) -> Relation:
    query = f"select\n    {key},\n    count(*) as row_count\nfrom {table}\ngroup by {key}\nhaving count(*) > 1"
    return Relation(table, f"{key} is unique over all batches", query, per="corpus")
