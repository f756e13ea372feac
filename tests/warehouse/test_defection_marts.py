"""Marts of defections: who left what for whom, when, where to, and how many."""

from datetime import date
from pathlib import Path
from typing import Any

from tests.rows import Row
from tests.warehouse.told import MONDAY, ONE, SUNDAY, TUESDAY, TWO, answers, told


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
