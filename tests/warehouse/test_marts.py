"""Marts and views: rows in, rows out."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.rows import Row, views_over
from tests.warehouse.told import DOCUMENTS, MONDAY, ONE, SUNDAY, THREE, TUESDAY, TWO, answers, told
from warehouse.database import FOLDER
from warehouse.selects import selects_in
from warehouse.sql import ask


def test_tolls_add_up_what_is_known_of_one_day(tmp_path: Path) -> None:
    def toll(
        event_id: str, low: int | None, high: int | None, *, is_total: bool = False, **event: Any
    ) -> dict[str, list[Row]]:
        given = {"count_low": low, "count_high": high, "date_low": MONDAY, "date_high": MONDAY}
        return told(event_id, {"is_total": is_total}, **given | event)

    rows = answers(
        tmp_path,
        "select * from tolls_by_day",
        toll("a", 4, 4),
        toll("b", 10, 12, counts_agree=False, status="unconfirmed"),
        toll("c", None, None),  # people were killed, nobody says how many
        toll("d", 3, None, type_code="wounding"),  # at least three
        toll("e", 1400, 1400, is_total=True),  # a running total is not of the day
        toll("f", 50, 50, status="denied"),
        toll("g", 60, 60, status="planned"),
        toll("h", 70, 70, date_high=SUNDAY),  # some day of that week
        toll("i", 80, 80, type_code="arrest"),
        toll("j", 2, 2, date_low=TUESDAY, date_high=TUESDAY),
    )
    assert rows[0] == {
        "happened_on": MONDAY, "killing_count": 3, "killed_low": 14, "killed_high": 16,
        "wounding_count": 1, "wounded_low": 3, "wounded_high": None,
        "uncounted_count": 1, "disputed_count": 1, "unconfirmed_count": 1,
    }  # fmt: skip
    assert (rows[1]["happened_on"], rows[1]["killed_low"], rows[1]["wounded_low"]) == (TUESDAY, 2, None)
    assert len(rows) == 2


def test_events_by_week_take_only_what_lies_in_one_week(tmp_path: Path) -> None:
    rows = answers(
        tmp_path,
        "select * from events_by_week",
        told("a", {}, date_low=MONDAY, date_high=SUNDAY, outlet_count=2),
        told("b", {}, {}, date_low=TUESDAY, date_high=TUESDAY, status="denied", counts_agree=False),
        told("c", {}, date_low=SUNDAY, date_high=date(2012, 8, 13)),  # it crosses into the next
        told("d", {}),  # no day is known
        told("e", {}, date_low=SUNDAY, date_high=SUNDAY, type_code="protest"),
    )
    assert [tuple(row.values()) for row in rows] == [
        (MONDAY, "killing", 2, 1, 1, 1, 3),
        (MONDAY, "protest", 1, 1, 0, 0, 1),
    ]


def test_who_says_what_counts_copies_once(tmp_path: Path) -> None:
    said = {"source_text": "The Observers", "source_kind": "group"}
    claims = [{**said, "document_id": ONE}, {"source_text": "observers", "source_kind": "group", "document_id": ONE}]
    copies = [{"document_id": THREE, "copies_document_id": TWO}]
    rows = answers(
        tmp_path,
        "select source_text, outlet, claim_count, document_count, denied_count, event_count, corroborated_count "
        "from who_says_what",
        told("a", *claims, outlet_count=2),
        told("b", {**said, "document_id": ONE, "status": "denied"}),
        told("c", {"document_id": TWO}, {"document_id": THREE}),
        duplicates=copies,
    )
    assert [tuple(row.values()) for row in rows] == [
        ("observers", "Gazette", 3, 1, 1, 2, 1),
        (None, "Herald", 1, 1, 0, 1, 0),
        (None, "Mirror", 1, 1, 0, 1, 0),
    ]


@pytest.mark.parametrize(
    ("claims", "event", "differs_in"),
    [
        ([{}, {}], {"counts_agree": False}, ["counts"]),
        ([{}, {"status": "denied"}], {"denial_count": 1}, ["status"]),
        ([{"status": "denied"}, {"status": "denied"}], {"denial_count": 2, "status": "denied"}, None),  # all deny it
        (
            [{"date_low": MONDAY, "date_high": MONDAY}, {"date_low": TUESDAY, "date_high": TUESDAY}],
            {},
            ["days"],
        ),
        (
            [{"date_low": MONDAY, "date_high": SUNDAY}, {"date_low": TUESDAY, "date_high": TUESDAY}],
            {},
            None,
        ),  # one fits
        ([{"place_id": "a"}, {"place_id": "b"}], {}, ["places"]),
        ([{"place_id": "a"}, {}], {}, None),  # silence is no dissent
        ([{}], {"counts_agree": False}, None),  # nobody to disagree with
    ],
)
def test_disagreements(tmp_path: Path, claims: list[Row], event: Row, differs_in: list[str] | None) -> None:
    rows = answers(tmp_path, "select differs_in from disagreements", told("a", *claims, **event), told("b", {}, {}))
    assert [row["differs_in"] for row in rows] == ([] if differs_in is None else [differs_in] * len(claims))


def test_a_disagreement_shows_every_figure_with_its_outlet(tmp_path: Path) -> None:
    claims = [{"count_text": "12", "count_low": 12}, {"count_text": "at least 30", "count_low": 30}]
    rows = answers(tmp_path, "select outlet, count_text from disagreements", told("a", *claims, counts_agree=False))
    assert [tuple(row.values()) for row in rows] == [("Gazette", "12"), ("Herald", "at least 30")]


def test_single_source_events_rest_on_one_outlet(tmp_path: Path) -> None:
    events = [told("a", {}, outlet_count=1), told("b", {}, outlet_count=2), told("c", {}, outlet_count=0)]
    rows = answers(tmp_path, "select event_id from single_source_events order by 1", *events)
    assert [row["event_id"] for row in rows] == ["a", "c"]


def test_outlets_are_compared_copies_and_all(tmp_path: Path) -> None:
    rows = answers(
        tmp_path,
        "select outlet, document_count, copy_count, claim_count, sourced_share, event_count, corroborated_count "
        "from outlets_compared order by outlet",
        told("a", {"source_text": "a mayor"}, {}, outlet_count=2),
        duplicates=[{"document_id": THREE, "copies_document_id": TWO}],
    )
    assert [tuple(row.values()) for row in rows] == [
        ("Gazette", 1, 0, 1, 1.0, 1, 1),
        ("Herald", 1, 0, 1, 0.0, 1, 1),
        ("Mirror", 1, 1, 0, None, 0, 0),
    ]


def test_a_claim_is_shown_once_beside_its_document(tmp_path: Path) -> None:
    rows = answers(
        tmp_path,
        "select claim_id, event_id, outlet, uri, published_on, copies_document_id from claims_with_source order by 1",
        told("a", {}, {}),
        claims=[{"claim_id": "alone", "document_id": THREE}],
        duplicates=[{"document_id": THREE, "copies_document_id": TWO}],
    )
    assert [tuple(row.values()) for row in rows] == [
        ("a0", "a", "Gazette", "one.html", MONDAY, None),
        ("a1", "a", "Herald", "two.html", TUESDAY, None),
        ("alone", None, "Mirror", "three.html", TUESDAY, TWO),
    ]


@pytest.mark.parametrize(
    ("source", "role", "side"),
    [
        ("a military source", None, "government"),
        ("the Interior Ministry", None, "government"),
        ("a spokesman for the Free Army of the North, a rebel group", None, "opposition"),
        ("army defectors", None, "opposition"),
        ("Rana Qasim", "foreign ministry spokeswoman", "government"),  # by her post
        ("Rana Qasim", "opposition activist", "opposition"),
        ("residents", None, None),
        (None, None, None),
    ],
)
def test_the_side_of_a_source(tmp_path: Path, source: str | None, role: str | None, side: str | None) -> None:
    claim = {"source_text": source, "source_raw_start_char": 5, "source_raw_end_char": 80}
    name = {"label": "person", "text": "Rana Qasim", "document_id": ONE, "raw_start_char": 5, "raw_end_char": 15,
            "role_text": role}  # fmt: skip
    linked = {"entities": [{"entity_id": "r"}], "entity_forms": [{"form_id": "person:rana qasim", "entity_id": "r"}]}
    (row,) = answers(tmp_path, "select side from claims_by_side", told("e", claim), mentions=[name], **linked)
    assert row["side"] == side


def test_what_the_two_sides_say_of_one_event(tmp_path: Path) -> None:
    event = told(
        "e",
        {"source_text": "A source at the ministry", "status": "asserted", "count_low": 2, "count_high": 2,
         "document_id": ONE, "trigger_raw_start_char": 5},
        {"source_text": "The source", "status": "denied", "document_id": ONE, "trigger_raw_start_char": 90},
        {"source_text": "rebels", "status": "asserted", "count_low": 30, "count_high": None, "document_id": TWO},
    )  # fmt: skip
    lone = told("f", {"source_text": "rebels"})
    (row,) = answers(tmp_path, "select * from sides_compared", event, lone)
    assert (row["event_id"], row["government_says"], row["opposition_says"]) == (
        "e",
        ["asserted", "denied"],
        ["asserted"],
    )
    assert (row["government_low"], row["government_high"]) == (2, 2)
    assert (row["opposition_low"], row["opposition_high"]) == (30, None)
    assert "The source, A source at the ministry" in row["government_sources"]


def test_what_changed_since_a_moment(tmp_path: Path) -> None:
    def at(day: int) -> datetime:
        return datetime(2026, 5, day, tzinfo=UTC)

    history = [
        {"event_id": "same", "known_at": at(1), "is_gone": False},
        {"event_id": "grown", "known_at": at(1), "is_gone": False, "count_low": 5, "summary": "five"},
        {"event_id": "grown", "known_at": at(3), "is_gone": False, "count_low": 6, "summary": "six"},
        {"event_id": "gone", "known_at": at(1), "is_gone": False},
        {"event_id": "gone", "known_at": at(3), "is_gone": True},
        {"event_id": "new", "known_at": at(3), "is_gone": False},
    ]
    rows = answers(tmp_path, "select * from changes_since('2026-05-02')", event_history=history)
    assert {row["event_id"]: (row["change"], row["changed_in"]) for row in rows} == {
        "new": ("new", []), "grown": ("changed", ["count"]), "gone": ("gone", []),
    }  # fmt: skip
    assert [(row["before"], row["after"]) for row in rows if row["event_id"] == "grown"] == [("five", "six")]


def test_every_question_of_the_examples_is_answered(tmp_path: Path) -> None:
    database = views_over(tmp_path, {"documents": DOCUMENTS, **told("a", {}, {}, counts_agree=False, count_low=1)})
    for select in selects_in(FOLDER / "queries"):
        assert ask(database, select.body).column_names, select.name
        assert select.purpose.endswith(("?", "text")), select.name
