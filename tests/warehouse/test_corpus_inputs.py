"""The inputs of corpus-wide stages, and what joins to tables: rows in, rows out."""

from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

import warehouse
import warehouse.inputs
from schemas import TABLES
from stages.duplicates import sign_documents
from warehouse.database import joined_inputs
from warehouse.inputs import inputs_of, query_of, tables_of
from warehouse.selects import select_in
from warehouse.store import Store

JOINED = Path(warehouse.__file__).parent / "joined"
DEFAULTS = {
    pa.string(): "x", pa.int32(): 0, pa.int64(): 0, pa.float64(): 0.5, pa.bool_(): False,
    pa.timestamp("us", tz="UTC"): datetime(2012, 2, 15, tzinfo=UTC),
}  # fmt: skip


def full(table, row):
    """The row with something in every column that must not be null."""
    needed = {column.name: DEFAULTS.get(column.type, []) for column in TABLES[table].stored if not column.nullable}
    return {**needed, **row}


def answer(query, needed, tables):
    """The rows of a query over these tables; the others are empty."""
    connection = duckdb.connect(config={"threads": 1})
    for name in needed:
        connection.register(name, TABLES[name].of([full(name, row) for row in tables.get(name, [])]))
    return connection, query


def rows_of(name, **tables):
    """What the input of that name is, given the rows of tables."""
    connection, query = answer(query_of(name), tables_of(name), tables)
    for other in inputs_of(name):
        connection.execute(f'create view "{other}" as {query_of(other)}')
    return connection.sql(query).to_arrow_table().to_pylist()


def joined(name, **tables):
    """What is joined to that table, given the rows of tables."""
    connection, query = answer(select_in(JOINED / f"{name}.sql").body, TABLES, tables)
    for select in joined_inputs():
        connection.execute(f"create view {select.name} as {select.body}")
    return connection.sql(query).to_arrow_table().to_pylist()


def received(document_id, uri, hour):
    """A raw document."""
    return {"document_id": document_id, "uri": uri, "received_at": datetime(2012, 2, 15, hour, tzinfo=UTC)}


VERSIONS = [received("new", "u", 9), received("old", "u", 8), received("other", "v", 8)]


def test_later_document_of_an_address_replaces_the_earlier():
    found = {row["document_id"]: row["superseded_by"] for row in rows_of("versions", raw_documents=VERSIONS)}
    assert found == {"old": "new", "new": None, "other": None}
    assert {
        row["document_id"]: row["superseded_by"] for row in joined("raw_documents", raw_documents=VERSIONS)
    } == found


def test_documents_know_whether_they_are_current():
    found = {row["document_id"]: row["is_current"] for row in joined("documents", raw_documents=VERSIONS)}
    assert found == {"old": False, "new": True, "other": True}


def mention(mention_id, document_id, text, label="person", **more):
    """A mention at an offset that is its id's number."""
    start = int(mention_id[1:])
    return {"mention_id": mention_id, "document_id": document_id, "text": text, "label": label,
            "raw_start_char": start, "raw_end_char": start + len(text), **more}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "label", "form_id"),
    [
        ("Riad al-Asaad", "person", "person:riad al-asaad"),  # a full name is one form everywhere
        ("RIAD  al-Asaad", "person", "person:riad al-asaad"),  # capitals and blanks aside
        ("As’ad", "person", "person:as'ad:d"),  # one word: a form of its document
        ("al-Asaad", "person", "person:al-asaad:d"),  # an article is no word
        ("de Graaf", "person", "person:de graaf:d"),  # nor is what links a name
        ("Abu Omar", "person", "person:abu omar:d"),  # nor is a kunya a full name
        ("FSA", "organisation", "organisation:fsa"),
        ("Nowhere", "place", "place:nowhere"),
    ],
)
def test_form_of_a_mention(text, label, form_id):
    mentions = [mention("m0", "d", text, label)]
    (row,) = rows_of("named_mentions", mentions=mentions)
    assert row["form_id"] == form_id
    forms = [{"form_id": form_id, "entity_id": "e"}]
    assert joined("mentions", mentions=mentions, entity_forms=forms) == [{"mention_id": "m0", "entity_id": "e"}]
    assert joined("entities", mentions=mentions, entity_forms=forms) == [
        {"entity_id": "e", "mention_count": 1, "document_count": 1}
    ]


def test_resolved_place_is_known_by_its_gazetteer_id():
    mentions = [
        mention("m0", "d", "Hims", "place", gazetteer_id="SY-HI"),
        mention("m9", "d", "Homs", "place", gazetteer_id="SY-HI"),
    ]
    (row,) = rows_of("mention_forms", mentions=mentions)
    assert (row["form_id"], row["mention_count"], row["first_mention_id"]) == ("place:@SY-HI", 2, "m0")


def test_dates_and_counts_are_no_forms():
    assert rows_of("mention_forms", mentions=[mention("m0", "d", "Friday", "date")]) == []


def test_short_forms_stand_beside_the_full_names_of_their_document():
    mentions = [
        mention("m0", "d", "Riad al-Asaad"), mention("m30", "d", "Asaad"), mention("m60", "d", "Homsi"),
        mention("m90", "other", "Bashar al-Assad"),
        mention("m100", "d", "Free Syrian Army", "organisation"), mention("m130", "d", "FSA", "organisation"),
        mention("m160", "d", "UN", "organisation"),
    ]  # fmt: skip
    found = [(row["form_id"], row["full_form_id"]) for row in rows_of("short_forms", mentions=mentions)]
    assert found == [
        ("organisation:fsa", "organisation:free syrian army"),
        ("person:asaad:d", "person:riad al-asaad"),
    ]


REPORT = "Ten soldiers left the barracks of the northern town at dawn on Wednesday and walked across the frontier. " * 3
TEXTS = {"a": REPORT, "b": REPORT + "They were fed.", "c": "A recipe for lentils with onions and nothing else at all."}


def signed():
    """Signatures, documents and raw documents of three texts, of which one has been replaced by another version."""
    documents = [{"document_id": key, "title": None, "text": text, "language": "en"} for key, text in TEXTS.items()]
    signatures = sign_documents(pa.Table.from_pylist([*documents, {**documents[0], "document_id": "old"}])).rows
    return {
        "documents": [*documents, {**documents[0], "document_id": "old"}],
        "signatures": signatures.to_pylist(),
        "raw_documents": [*(received(key, key, 8) for key in TEXTS), received("old", "a", 7)],
    }


def test_candidate_pairs_are_current_articles_that_share_a_passage():
    (pair,) = rows_of("candidate_pairs", **signed())
    assert {pair["document_id"], pair["other_document_id"]} == {"a", "b"}
    assert pair["estimated_similarity"] > 0.5
    assert [row["document_id"] for row in rows_of("candidate_texts", **signed())] == ["a", "b"]


def test_related_pairs_are_current_articles_that_share_words():
    assert [(row["document_id"], row["other_document_id"]) for row in rows_of("related_pairs", **signed())] == [
        ("a", "b")
    ]


CLAIM = {"claim_id": "k", "document_id": "d", "type_code": "defection", "status": "asserted"}


def facts(claim, *mentions, **more):
    """The facts of one claim in a document with these mentions, each of an entity of its own."""
    forms = [{"form_id": f"person:{each['text'].lower()}", "entity_id": each["text"]} for each in mentions]
    tables = {"claims": [{**CLAIM, **claim}], "mentions": list(mentions), "entity_forms": forms,
              "documents": [{"document_id": "d", "language": "en", "published_on": date(2012, 2, 15)}],
              "raw_documents": [received("d", "u", 8)], **more}  # fmt: skip
    return rows_of("claim_facts", **tables)


@pytest.mark.parametrize(
    ("actor", "person_ids"),
    [
        ("Colonel Riad Asaad and nine men", ["Riad Asaad"]),
        ("Riad Asaad's men", []),  # whose men they are is not who left
        ("soldiers of Riad Asaad", []),
        ("forces loyal to President Riad Asaad", []),
        ("nine men", []),
    ],
)
def test_persons_who_act(actor, person_ids):
    claim = {"actor_text": actor, "actor_raw_start_char": 0, "actor_raw_end_char": len(actor)}
    at = actor.find("Riad Asaad")
    mentions = [mention(f"m{at}", "d", "Riad Asaad")] if at >= 0 else []
    (row,) = facts(claim, *mentions)
    assert row["person_ids"] == person_ids


def test_person_arrested_is_the_one_who_matters():
    claim = {"type_code": "arrest", "actor_text": "Ali Saleh", "actor_raw_start_char": 0, "actor_raw_end_char": 9,
             "target_text": "Omar Hadi", "target_raw_start_char": 20, "target_raw_end_char": 29}  # fmt: skip
    (row,) = facts(claim, mention("m0", "d", "Ali Saleh"), mention("m20", "d", "Omar Hadi"))
    assert row["person_ids"] == ["Omar Hadi"]


def test_running_totals_and_replaced_articles_are_no_facts():
    assert facts({"is_total": True}) == []
    assert facts({}, raw_documents=[received("d", "u", 8), received("later", "u", 9)]) == []


def test_facts_know_their_report_and_story():
    copies = [{"document_id": "d", "copies_document_id": "first", "kind": "near"}]
    (row,) = facts({}, duplicates=copies, stories=[{"document_id": "d", "story_id": "s"}])
    assert (row["report_id"], row["story_id"], row["published_on"]) == ("first", "s", date(2012, 2, 15))


def test_what_does_not_fit_the_sparing_limit_is_asked_again_with_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(tmp_path)
    rows = [full("raw_documents", received(f"{at:06}", f"u{at % 7_000}", at % 24)) for at in range(20_000)]
    store.write(TABLES["raw_documents"], "a", TABLES["raw_documents"].of(rows), "key")
    plenty = warehouse.inputs.input_rows("versions", store)
    monkeypatch.setattr(warehouse.inputs, "SPARING_LIMIT", "2MB")
    with pytest.raises(duckdb.OutOfMemoryException):
        warehouse.inputs.selected("versions", store, "2MB")
    assert warehouse.inputs.input_rows("versions", store).equals(plenty)
    assert plenty.num_rows == 20_000
