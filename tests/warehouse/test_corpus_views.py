"""Views over what is corpus-wide: totals, the reasons of events, pairs to review."""

from datetime import UTC, date, datetime
from pathlib import Path

from tests.rows import Row, document_id, views_over
from warehouse.sql import ask

ONE, OLD = document_id("one"), document_id("old")
RECEIVED = [
    {"document_id": ONE, "uri": "one.html", "received_at": datetime(2012, 2, 16, tzinfo=UTC)},
    {"document_id": OLD, "uri": "one.html", "received_at": datetime(2012, 2, 15, tzinfo=UTC)},
]
DOCUMENTS = [
    {"document_id": key, "uri": "one.html", "outlet": "Gazette", "published_on": date(2012, 2, 16)}
    for key in (ONE, OLD)
]


def claim(claim_id: str, document: str = ONE, **more: object) -> Row:
    """One killing."""
    return {"claim_id": claim_id, "document_id": document, "type_code": "killing", **more}


def test_totals_say_as_of_when_and_by_whom(tmp_path: Path) -> None:
    claims = [
        claim(
            "a", is_total=True, count_low=5942, date_low=date(2011, 3, 1), date_high=date(2012, 2, 14), source_text="UN"
        ),
        claim("b", is_total=True, count_low=6000),  # silent on both
        claim("c", is_total=False, count_low=3),  # an event's number
        claim("d", OLD, is_total=True, count_low=5000),  # of an article that has been replaced
    ]
    database = views_over(tmp_path, {"raw_documents": RECEIVED, "documents": DOCUMENTS, "claims": claims})
    rows = ask(database, "select claim_id, as_of, said_by, count_low from totals").to_pylist()
    assert [tuple(row.values()) for row in rows] == [
        ("a", date(2012, 2, 14), "UN", 5942),
        ("b", date(2012, 2, 16), "Gazette", 6000),
    ]


def test_an_event_gives_its_reasons(tmp_path: Path) -> None:
    tables: dict[str, list[Row]] = {
        "documents": DOCUMENTS[:1],
        "claims": [claim("a", sentence="Three were killed.")],
        "events": [{"event_id": "e", "type_code": "killing"}],
        "event_claims": [{"event_id": "e", "claim_id": "a", "rule": "first told here"}],
    }
    (row,) = ask(views_over(tmp_path, tables), "select rule, outlet, sentence from event_reasons").to_pylist()
    assert row == {"rule": "first told here", "outlet": "Gazette", "sentence": "Three were killed."}


def test_pairs_to_review_have_names_and_the_surest_come_first(tmp_path: Path) -> None:
    tables: dict[str, list[Row]] = {
        "entities": [{"entity_id": key, "name": key.upper(), "kind": "person"} for key in "abc"],
        "review_pairs": [
            {"entity_id": "a", "other_entity_id": "b", "score": 0.5, "reason": "r"},
            {"entity_id": "a", "other_entity_id": "c", "score": 0.6, "reason": "r"},
        ],
    }
    rows = ask(views_over(tmp_path, tables), "select name, other_name from pairs_to_review").to_pylist()
    assert [tuple(row.values()) for row in rows] == [("A", "C"), ("A", "B")]


def test_the_reasons_of_one_event_only(tmp_path: Path) -> None:
    tables: dict[str, list[Row]] = {
        "documents": DOCUMENTS[:1],
        "claims": [claim("a"), claim("b")],
        "events": [{"event_id": "e", "type_code": "killing"}, {"event_id": "f", "type_code": "killing"}],
        "event_claims": [{"event_id": "e", "claim_id": "a"}, {"event_id": "f", "claim_id": "b"}],
    }
    rows = ask(views_over(tmp_path, tables), "select claim_id from reasons('f')").to_pylist()
    assert [row["claim_id"] for row in rows] == ["b"]


def at(day: int) -> datetime:
    """Noon of a day of February 2012."""
    return datetime(2012, 2, day, 12, tzinfo=UTC)


def test_claims_as_they_were_known(tmp_path: Path) -> None:
    history = [
        claim("old", OLD, known_at=at(15), is_gone=False),
        claim("new", known_at=at(16), is_gone=False, count_low=2),
        claim("new", known_at=at(18), is_gone=False, count_low=3),  # coded anew
        {"claim_id": "new", "known_at": at(20), "is_gone": True},  # rejected
    ]
    tables: dict[str, list[Row]] = {
        "raw_documents": RECEIVED, "documents": DOCUMENTS, "claims": [claim("old", OLD)], "claim_history": history,
    }  # fmt: skip
    database = views_over(tmp_path, tables)
    known = {"2012-02-14": [], "2012-02-15 13:00:00+00": [("old", None)], "2012-02-17": [("new", 2)],
             "2012-02-19": [("new", 3)], "2012-02-21": []}  # fmt: skip
    for moment, told in known.items():
        rows = ask(database, f"select claim_id, count_low from claims_as_of('{moment}')").to_pylist()
        assert [tuple(row.values()) for row in rows] == told
    (row,) = ask(database, "select known_from, superseded_at from claims").to_pylist()
    assert (row["known_from"], row["superseded_at"]) == (at(15), datetime(2012, 2, 16, tzinfo=UTC))


def test_events_as_they_were_known(tmp_path: Path) -> None:
    history = [
        {"event_id": "e", "known_at": at(15), "is_gone": False, "count_low": 30, "claim_ids": ["a"]},
        {"event_id": "e", "known_at": at(17), "is_gone": False, "count_low": 40, "claim_ids": ["a", "b"]},
    ]
    tables: dict[str, list[Row]] = {"events": [{"event_id": "e", "count_low": 40}], "event_history": history}
    database = views_over(tmp_path, tables)
    for moment, told in (("2012-02-14", []), ("2012-02-16", [(30, ["a"])]), ("2012-02-18", [(40, ["a", "b"])])):
        rows = ask(database, f"select count_low, claim_ids from events_as_of('{moment}')").to_pylist()
        assert [tuple(row.values()) for row in rows] == told
    (row,) = ask(database, "select first_known_at, known_from from events").to_pylist()
    assert (row["first_known_at"], row["known_from"]) == (at(15), at(17))
