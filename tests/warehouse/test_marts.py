"""Marts and views: rows in, rows out."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.rows import Row, document_id, views_over
from warehouse.database import FOLDER
from warehouse.selects import selects_in
from warehouse.sql import ask

MONDAY, TUESDAY, SUNDAY = date(2012, 8, 6), date(2012, 8, 7), date(2012, 8, 12)
ONE, TWO, THREE = (document_id(name) for name in ("one", "two", "three"))
DOCUMENTS = [
    {"document_id": ONE, "outlet": "Gazette", "published_on": MONDAY, "uri": "one.html"},
    {"document_id": TWO, "outlet": "Herald", "published_on": TUESDAY, "uri": "two.html"},
    {"document_id": THREE, "outlet": "Mirror", "published_on": TUESDAY, "uri": "three.html"},
]


def told(event_id: str, *claims: Row, **event: Any) -> dict[str, list[Row]]:
    """One event with its claims, which take their type from it."""
    type_code = event.get("type_code", "killing")
    rows = [
        {"claim_id": f"{event_id}{n}", "document_id": DOCUMENTS[n % 3]["document_id"], "type_code": type_code} | claim
        for n, claim in enumerate(claims)
    ]
    return {
        "claims": rows,
        "events": [{"event_id": event_id, "type_code": type_code, "claim_count": len(rows)} | event],
        "event_claims": [{"event_id": event_id, "claim_id": row["claim_id"]} for row in rows],
    }


def answers(folder: Path, query: str, *parts: dict[str, list[Row]], **more: list[Row]) -> list[Row]:
    """What a question gets over those events and rows."""
    tables: dict[str, list[Row]] = {"documents": DOCUMENTS, **more}
    for part in parts:
        for name, rows in part.items():
            tables[name] = [*tables.get(name, []), *rows]
    return ask(views_over(folder, tables), query).to_pylist()


def test_a_defection_is_one_row_with_who_left_what_for_whom(tmp_path: Path) -> None:
    first = {
        "ranks": ["colonel", "soldier"], "rank_codes": ["colonel", "soldier"], "unit_text": "4th Brigade",
        "target_text": "the army", "recipient_text": "the rebels", "destination_text": "Jordan",
        "actor_text": "Colonel Amal Darwish", "actor_raw_start_char": 0, "actor_raw_end_char": 20,
        "target_raw_start_char": 30, "target_raw_end_char": 38, "sentence": "One.",
    }  # fmt: skip
    second = {"ranks": ["colonel"], "rank_codes": ["colonel"], "target_text": "the regime", "sentence": "Two."}
    names = [  # one of the actor, one elsewhere, one of the target, and a place
        {"label": "person", "text": "Amal Darwish", "raw_start_char": 8, "raw_end_char": 20, "document_id": ONE},
        {"label": "person", "text": "Bystander", "raw_start_char": 60, "raw_end_char": 69, "document_id": ONE},
        {"label": "person", "text": "Left Behind", "raw_start_char": 30, "raw_end_char": 38, "document_id": ONE},
        {"label": "place", "text": "Amal", "raw_start_char": 8, "raw_end_char": 12, "document_id": ONE},
    ]
    event = told("d", first, second, type_code="defection", count_low=5, count_high=5, outlet_count=2)
    (row,) = answers(tmp_path, "select * from defections", event, told("k", {}), mentions=names)
    assert row["persons"] == ["Amal Darwish"]
    assert (row["ranks"], row["rank_codes"]) == (["colonel", "soldier"], ["colonel", "soldier"])
    assert row["highest_grade"] == 15
    assert (row["units"], row["destinations"]) == (["4th Brigade"], ["Jordan"])
    assert (row["left_texts"], row["joined_texts"]) == (["the army", "the regime"], ["the rebels"])
    assert (row["count_low"], row["outlet_count"], row["outlets"]) == (5, 2, ["Gazette", "Herald"])
    assert row["sentences"] == ["One.", "Two."]


def test_defections_by_rank_count_people_only_where_one_rank_is_named(tmp_path: Path) -> None:
    def left(
        event_id: str, ranks: list[str], low: int | None, high: int | None, *, is_total: bool = False, **event: Any
    ) -> dict[str, list[Row]]:
        given = {
            "type_code": "defection",
            "count_low": low,
            "count_high": high,
            "date_low": MONDAY,
            "date_high": MONDAY,
        }
        return told(event_id, {"rank_codes": ranks, "is_total": is_total}, **given | event)

    rows = answers(
        tmp_path,
        "select rank_code, event_count, certain_count, people_low, people_high, first_on, last_on "
        "from defections_by_rank",
        left("a", ["soldier"], 10, 12),
        left("b", ["soldier"], None, 3, status="unconfirmed", date_high=TUESDAY),  # at least the one it names
        left("c", ["general", "soldier"], 5, 5),  # who of the five is what is not said
        left("d", ["soldier"], 99, 99, status="denied"),
        left("e", ["major"], 20, None),  # open above
        left("f", ["soldier"], 40_000, 40_000, is_total=True),  # so many so far
    )
    assert [tuple(row.values()) for row in rows] == [
        ("general", 1, 1, 0, None, MONDAY, MONDAY),
        ("major", 1, 1, 20, None, MONDAY, MONDAY),
        ("soldier", 3, 2, 11, 15, MONDAY, TUESDAY),
    ]


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


def test_quality_by_run(tmp_path: Path) -> None:
    started = datetime(2012, 8, 6, 5, tzinfo=UTC)
    runs = [
        {
            "run_id": "r1",
            "stage": "raw_documents",
            "batch_id": "b1",
            "row_count_in": 9,
            "row_count": 8,
            "reject_count": 1,
        },
        {"run_id": "r1", "stage": "documents", "batch_id": "b1", "row_count_in": 8, "row_count": 6, "reject_count": 2},
        {"run_id": "r1", "stage": "claims", "batch_id": "b1", "row_count_in": 6, "row_count": 20, "seconds": 2.5},
        {"run_id": "r2", "stage": "claims", "batch_id": "b1", "row_count_in": 6, "row_count": 21},
    ]
    checks = [
        {"run_id": "r1", "table_name": "claims", "check_name": "c1", "passed": True},
        {"run_id": "r1", "table_name": "claims", "check_name": "c2", "passed": False, "severity": "warning"},
        {"run_id": "r1", "table_name": "events", "check_name": "c3", "passed": False, "severity": "critical"},
    ]
    rows = answers(
        tmp_path, "select * from quality_by_run", runs=[row | {"started_at": started} for row in runs], checks=checks
    )
    assert [row["run_id"] for row in rows] == ["r2", "r1"]  # the latest first
    assert rows[1] == {
        "run_id": "r1", "started_at": started, "seconds": 2.5, "step_count": 3, "landed_count": 9, "document_count": 6,
        "claim_count": 20, "reject_count": 3, "check_count": 3, "failed_count": 2, "warning_count": 1,
        "critical_count": 1, "worst_check": "events: c3",
    }  # fmt: skip
    assert (rows[0]["check_count"], rows[0]["worst_check"]) == (0, None)


def test_figures_by_run_show_what_has_moved(tmp_path: Path) -> None:
    name = "the mean share of text kept lies where news pages lie"
    checks = [
        {"run_id": run, "table_name": "documents", "check_name": name, "severity": "warning", "samples": samples}
        for run, samples in (("r1", ["0.75"]), ("r2", []), ("r3", ["0.5"]), ("r4", ["0.25"]))
    ]
    rows = answers(
        tmp_path, "select run_id, measure_code, figure, figure_before, change from figures_by_run", checks=checks
    )
    assert [tuple(row.values()) for row in rows] == [
        ("r4", "kept_share", 0.25, 0.5, -0.25),
        ("r3", "kept_share", 0.5, None, None),  # the run before had nothing to measure
        ("r2", "kept_share", None, 0.75, None),
        ("r1", "kept_share", 0.75, None, None),
    ]


def test_rejects_by_reason_show_an_example(tmp_path: Path) -> None:
    rejects = [
        {"stage": "documents", "reason_code": "too_short", "uri": "b.txt", "detail": "3 words", "document_id": ONE},
        {"stage": "documents", "reason_code": "too_short", "uri": "a.txt", "detail": "1 word", "document_id": TWO},
    ]
    (row,) = answers(tmp_path, "select * from rejects_by_reason", rejects=rejects)
    assert tuple(row.values()) == ("documents", "too_short", 2, "a.txt", "1 word")


def test_single_source_events_rest_on_one_outlet(tmp_path: Path) -> None:
    events = [told("a", {}, outlet_count=1), told("b", {}, outlet_count=2), told("c", {}, outlet_count=0)]
    rows = answers(tmp_path, "select event_id from single_source_events order by 1", *events)
    assert [row["event_id"] for row in rows] == ["a", "c"]


def test_latest_checks_are_those_of_the_last_run(tmp_path: Path) -> None:
    checks = [
        {"run_id": "r1", "table_name": "claims", "check_name": "old"},
        {"run_id": "r2", "table_name": "claims", "check_name": "held", "passed": True},
        {"run_id": "r2", "table_name": "claims", "check_name": "broken", "passed": False},
    ]
    rows = answers(tmp_path, "select check_name from latest_checks", checks=checks)
    assert [row["check_name"] for row in rows] == ["broken", "held"]


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


def defection(event_id: str, low: int, day: date | None, **claim: Any) -> dict[str, list[Row]]:
    """A defection of so many on that day, which one claim tells."""
    counts = {"count_low": low, "count_high": low}
    return told(event_id, claim, type_code="defection", date_low=day, date_high=day, **counts)


def test_defections_by_month_leave_out_what_nobody_dates(tmp_path: Path) -> None:
    events = (defection("a", 5, MONDAY), defection("b", 7, SUNDAY), defection("c", 9, None))
    (row,) = answers(tmp_path, "select * from defections_by_month", *events)
    assert (row["month_on"], row["event_count"], row["people_low"]) == (date(2012, 8, 1), 2, 12)


def test_defections_by_unit_count_people_where_one_unit_is_named(tmp_path: Path) -> None:
    span = {"unit_raw_start_char": 10, "unit_raw_end_char": 30}
    events = (
        defection("a", 5, MONDAY, unit_text="the Seventh Brigade", document_id=ONE, **span),
        defection("b", 7, SUNDAY, unit_text="7th Brigade", document_id=TWO, **span),
        defection("c", 9, SUNDAY, unit_text="a border post"),
    )
    names = [
        {"label": "organisation", "kind": "unit", "text": text, "document_id": document, "raw_start_char": 14,
         "raw_end_char": 30}
        for text, document in (("Seventh Brigade", ONE), ("7th Brigade", TWO))
    ]  # fmt: skip
    linked = {
        "entities": [{"entity_id": "u", "name": "7th Brigade"}],
        "entity_forms": [
            {"form_id": form, "entity_id": "u"} for form in ("organisation:seventh brigade", "organisation:7th brigade")
        ],
    }
    rows = answers(tmp_path, "select * from defections_by_unit", *events, mentions=names, **linked)
    assert [(row["unit_id"], row["unit"], row["event_count"], row["people_low"]) for row in rows] == [
        ("u", "7th Brigade", 2, 12), (None, "border post", 1, 9),
    ]  # fmt: skip


def test_defections_by_destination_join_what_the_gazetteer_knows(tmp_path: Path) -> None:
    events = (
        defection("a", 5, MONDAY, destination_text="Jordan", destination_id="JO"),
        defection("b", 7, SUNDAY, destination_text="Jordanian soil", destination_id="JO"),
        defection("c", 9, SUNDAY, destination_text="the hills"),
    )
    places = [{"entity_id": "j", "kind": "place", "name": "Jordan", "gazetteer_id": "JO"}]
    rows = answers(tmp_path, "select * from defections_by_destination", *events, entities=places)
    assert [(row["destination"], row["event_count"], row["people_low"]) for row in rows] == [
        ("Jordan", 2, 12), ("the hills", 1, 9),
    ]  # fmt: skip


def test_defectors_with_their_spellings_and_sources(tmp_path: Path) -> None:
    claim = {"actor_text": "Colonel Rana Qasim", "actor_raw_start_char": 0, "actor_raw_end_char": 18,
             "source_text": "rebels", "sentence": "Colonel Rana Qasim left.", "unit_text": "7th Brigade"}  # fmt: skip
    name = {"label": "person", "text": "Rana Qasim", "document_id": ONE, "raw_start_char": 8, "raw_end_char": 18}
    entity = {"entity_id": "r", "name": "Rana Qasim", "other_names": ["Rana Kassem"], "rank_codes": ["colonel"]}
    (row,) = answers(
        tmp_path, "select * from defectors", defection("a", 1, MONDAY, **claim), mentions=[name], entities=[entity],
        entity_forms=[{"form_id": "person:rana qasim", "entity_id": "r"}],
    )  # fmt: skip
    assert (row["name"], row["other_names"], row["units"]) == ("Rana Qasim", ["Rana Kassem"], ["7th Brigade"])
    assert (row["outlets"], row["sources"], row["date_low"]) == (["Gazette"], ["rebels"], MONDAY)


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
