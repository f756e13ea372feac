"""Corrected places: one name means one place in a document, and a guard that fails changes nothing."""

import pytest

import seeds
from stages.naming.corrected_places import corrected_mentions
from stages.naming.gazetteer import Gazetteer
from stages.naming.gazetteer_tables import gazetteer_tables
from tests.rows import Row
from tests.stages.noted import corrections_of, noted
from tests.stages.told_claims import NO_CITIES, NO_PARTS

GAZETTEER = Gazetteer(*gazetteer_tables(seeds.load("places"), NO_CITIES.empty_table(), NO_PARTS.empty_table()))
ROWS: list[Row] = [
    {"mention_id": "1", "label": "place", "text": "Tripoli", "gazetteer_id": "ly-tripoli"},
    {"mention_id": "2", "label": "place", "text": "Tripoli", "gazetteer_id": "ly-tripoli"},
    {"mention_id": "3", "label": "place", "text": "Homs", "gazetteer_id": "sy-homs"},
    {"mention_id": "4", "label": "person", "text": "Tripoli"},
]


def corrected(*correction: str | None) -> tuple[list[object], list[object]]:
    """The places, and what became of the correction."""
    noted_of = corrections_of(noted("place", str(correction[0]), "amend", "gazetteer_id", *correction[1:]))
    rows, outcomes = corrected_mentions(ROWS, place_corrections=noted_of, gazetteer=GAZETTEER)
    return [row.get("gazetteer_id") for row in rows], [outcome["outcome"] for outcome in outcomes]


@pytest.mark.parametrize(
    ("correction", "places", "outcomes"),
    [
        (("1", "ly-tripoli", "lb-tripoli"), ["lb-tripoli", "lb-tripoli", "sy-homs", None], ["applied"]),
        (("1", "ly-tripoli", None), [None, None, "sy-homs", None], ["applied"]),  # it is no place we know
        (("1", "LY", "lb-tripoli"), ["ly-tripoli", "ly-tripoli", "sy-homs", None], ["guard_failed"]),
        (("1", "ly-tripoli", "atlantis"), ["ly-tripoli", "ly-tripoli", "sy-homs", None], ["unknown_value"]),
        (("4", None, "lb-tripoli"), ["ly-tripoli", "ly-tripoli", "sy-homs", None], ["contradicts"]),  # a person
        (("9", "ly-tripoli", "lb-tripoli"), ["ly-tripoli", "ly-tripoli", "sy-homs", None], []),  # elsewhere
    ],
)
def test_a_corrected_place(correction: tuple[str | None, ...], places: list[object], outcomes: list[object]) -> None:
    assert corrected(*correction) == (places, outcomes)


def test_a_corrected_mention_holds_the_place_and_says_who_changed_it() -> None:
    noted_of = corrections_of(noted("place", "1", "amend", "gazetteer_id", "ly-tripoli", "lb-tripoli"))
    (row, *_), _ = corrected_mentions(ROWS, place_corrections=noted_of, gazetteer=GAZETTEER)
    assert (row["country_code"], row["place_precision"]) == ("LB", "city")
    assert row["corrected"] == ["gazetteer_id: ly-tripoli became lb-tripoli, by R. Reader: seen on film"]
