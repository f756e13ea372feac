"""What must hold between tables and batches."""

import duckdb
import pytest

from schemas import SEED_TABLES, TABLES
from schemas.relations import relations_of
from schemas.table import Table
from tests.rows import document_id, rows_of


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_a_reference_names_a_declared_column(table: Table) -> None:
    everything = TABLES | SEED_TABLES
    for column in table:
        for reference in (column.refers_to, column.codes):
            if reference is not None:
                name, _, other = reference.partition(".")
                assert everything[name].column(other).type == column.type


def broken(table: str, sentence: str, **tables: object) -> list[tuple[object, ...]]:
    """The rows that break one sentence of a table."""
    query = {relation.sentence: relation.query for relation in relations_of(TABLES[table])}[sentence]
    with duckdb.connect() as connection:
        for name, rows in tables.items():
            connection.register(name, rows)
        return connection.sql(query).fetchall()


def test_a_row_that_points_nowhere_is_found() -> None:
    there, nowhere = document_id("there"), document_id("nowhere")
    raw_documents = rows_of(TABLES["raw_documents"], {"document_id": there})
    documents = rows_of(TABLES["documents"], {"document_id": there}, {"document_id": nowhere})
    sentence = "every document_id stands in raw_documents.document_id"
    assert broken("documents", sentence, documents=documents, raw_documents=raw_documents) == [(nowhere,)]


def test_a_null_refers_to_nothing() -> None:
    claims, entities = (
        rows_of(TABLES["entity_forms"], {"entity_id": "a"}),
        rows_of(TABLES["entities"], {"entity_id": "a"}),
    )
    sentence = "every entity_id stands in entities.entity_id"
    assert broken("entity_forms", sentence, entity_forms=claims, entities=entities) == []


def test_a_key_that_stands_in_two_batches_is_found() -> None:
    twice = rows_of(TABLES["claims"], {"claim_id": "a"}, {"claim_id": "a"}, {"claim_id": "b"})
    assert broken("claims", "claim_id is unique over all batches", claims=twice) == [("a", 2)]
