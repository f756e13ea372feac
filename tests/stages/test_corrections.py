"""Corrections: guarded, visible in the row, and never silent."""

from datetime import date

import pyarrow as pa
import pytest

import seeds
from schemas.claims import CODED_CLAIMS
from schemas.corrections import (
    CORRECTION_OUTCOMES,
    CORRECTIONS_FILE,
    ENTITY_OUTCOMES,
    EVENT_OUTCOMES,
    PLACE_OUTCOMES,
)
from stages.corrections import Corrections, correct_claims, record_corrections
from stages.stage import Made
from stages.words.crosswalks import crosswalks_of
from tests.rows import Row, rows_of

CROSSWALKS = crosswalks_of(seeds.load("event_types").to_pylist())
CLAIM: Row = {
    "claim_id": "a", "status": "asserted", "count_low": 5, "count_high": 5, "is_total": False, "trigger": "fled",
    "date_low": date(2012, 3, 1), "date_high": date(2012, 3, 1),
}  # fmt: skip


def noted(action: str, field: str | None, expected: str | None, value: str | None = None, target: str = "a") -> Row:
    """One line of the file."""
    return {
        "target_kind": "claim", "target_id": target, "action": action, "field": field, "expected": expected,
        "value": value, "reason": "the text says so", "author": "R. Reader", "noted_on": date(2026, 2, 1),
    }  # fmt: skip


def corrections_of(*rows: Row) -> Corrections:
    return Corrections.of(CORRECTIONS_FILE.of(list(rows)))


def corrected(rows: pa.Table, *notes: Row) -> Made:
    """The claims with these corrections."""
    return correct_claims(rows, claim_corrections=corrections_of(*notes), crosswalks=CROSSWALKS)


def coded() -> pa.Table:
    return rows_of(CODED_CLAIMS, CLAIM, {"claim_id": "b"})


@pytest.mark.parametrize(
    ("field", "expected", "value", "made"),
    [
        ("status", "asserted", "denied", "denied"),
        ("count_high", "5", None, None),  # the text left it open
        ("date_low", "2012-03-01", "2012-02-28", date(2012, 2, 28)),
        ("is_total", "false", "true", True),
        ("place_id", None, "geonames:170063", "geonames:170063"),  # the guard expects that none was found
    ],
)
def test_an_amended_claim_holds_the_value_and_says_who_changed_it(
    field: str, expected: str | None, value: str | None, made: object
) -> None:
    made_rows = corrected(coded(), noted("amend", field, expected, value))
    amended, other = made_rows.rows.to_pylist()
    assert amended[field] == made
    (change,) = amended["corrected"]
    assert change.startswith(f"{field}: {expected or 'none'} became {value or 'none'}, by R. Reader")
    assert other["corrected"] is None
    assert made_rows.also["correction_outcomes"]["outcome"].to_pylist() == ["applied"]


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ([("mode", None, "aerial")], ("ASSAULT:aerial", "195", "Air/drone strike")),
        ([("type_code", "attack", "killing")], ("ASSAULT", "190", "Attack")),
        ([("type_code", "attack", "protest"), ("status", "asserted", "planned")],
         ("PROTEST:demo", "141", "Peaceful protest")),
        ([("status", "asserted", "planned")], ("THREATEN", "190", "Attack")),  # an attack that is announced
        ([("count_low", "5", "4")], ("ASSAULT:own", "1", "Own")),  # what they follow from was left as it is
    ],
)  # fmt: skip
def test_the_codes_follow_from_what_was_amended(
    changes: list[tuple[str, str | None, str]], codes: tuple[str, str, str]
) -> None:
    was = {"type_code": "attack", "mode": None, "plover_code": "ASSAULT:own", "cameo_code": "1", "acled_code": "Own"}
    claim = rows_of(CODED_CLAIMS, CLAIM | was)
    (row,) = corrected(claim, *(noted("amend", *change) for change in changes)).rows.to_pylist()
    assert (row["plover_code"], row["cameo_code"], row["acled_code"]) == codes
    assert len(row["corrected"]) == len(changes)


@pytest.mark.parametrize(
    ("corrections", "outcomes"),
    [
        ([noted("amend", "count_low", "4", "3")], ["guard_failed"]),  # the machine reads it otherwise by now
        ([noted("reject", "trigger", "deserted")], ["guard_failed"]),
        ([noted("amend", "count_low", "5", "9")], ["contradicts"]),  # above the high that was left as it is
    ],
)
def test_a_correction_that_no_longer_fits_changes_nothing_and_is_told(
    corrections: list[Row], outcomes: list[str]
) -> None:
    made = corrected(coded(), *corrections)
    as_coded = corrected(coded())
    assert made.rows == as_coded.rows
    assert made.rejects == []
    assert made.also["correction_outcomes"]["outcome"].to_pylist() == outcomes


def test_low_and_high_may_be_moved_together() -> None:
    both = corrections_of(noted("amend", "count_low", "5", "9"), noted("amend", "count_high", "5", "9"))
    made = correct_claims(coded(), claim_corrections=both, crosswalks=CROSSWALKS).rows.to_pylist()[0]
    assert (made["count_low"], made["count_high"], len(made["corrected"])) == (9, 9, 2)


@pytest.mark.parametrize(("field", "expected"), [(None, None), ("trigger", "fled")])
def test_a_rejected_claim_stands_in_rejects_with_its_reason(field: str | None, expected: str | None) -> None:
    made = corrected(coded(), noted("reject", field, expected))
    assert made.rows["claim_id"].to_pylist() == ["b"]
    (reject,) = made.rejects
    assert (reject.stage, reject.reason_code) == ("claims", "rejected_by_analyst")
    assert reject.detail == "claim a, by R. Reader: the text says so"


def test_every_correction_is_listed_with_what_became_of_it() -> None:
    corrections = corrections_of(
        noted("amend", "status", "asserted", "denied"),
        noted("amend", "status", "asserted", "denied"),  # noted twice, applied once
        noted("amend", "count_low", "4", "3"),
        noted("reject", None, None, target="gone"),
    )
    outcomes = correct_claims(coded(), claim_corrections=corrections, crosswalks=CROSSWALKS).also["correction_outcomes"]
    others = (table.empty() for table in (PLACE_OUTCOMES, ENTITY_OUTCOMES, EVENT_OUTCOMES))
    listed = record_corrections(outcomes, *others, corrections=corrections).rows.to_pylist()
    assert sorted((row["target_id"], row["outcome"], row["found_value"]) for row in listed) == [
        ("a", "applied", "asserted"),
        ("a", "guard_failed", "5"),
        ("gone", "unknown_target", None),
    ]


def test_nothing_noted_leaves_the_claims_as_they_were_coded() -> None:
    made = corrected(coded())
    assert made.rows.drop_columns(["corrected"]).to_pylist() == coded().to_pylist()
    assert made.also["correction_outcomes"] == CORRECTION_OUTCOMES.empty()
