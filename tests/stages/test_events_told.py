"""Events once they are put together: what each says of its claims and their numbers, and what analysts change."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stages.stage import id_of
from tests.stages.noted import noted
from tests.stages.told_claims import (
    ABU_KAMAL,
    HOMS,
    STORY,
    claim,
    corrected,
    made,
)


@pytest.mark.parametrize(
    ("more", "summary"),
    [
        (
            {"actor_text": "The colonel who led them", "count": 31, "day": 15, **ABU_KAMAL},
            "defection of 31 (colonel) in Abu Kamal, 2012-02-15 (asserted; 1 claim in 1 document)",
        ),
        (
            {"type_code": "killing", "actor_text": "the army", "target_text": "civilians and", "count": (11, None)},
            "killing of 11 or more (civilians) by army (asserted; 1 claim in 1 document)",
        ),
        (
            {"type_code": "attack", "actor_text": "they", "target_text": "Homs", **HOMS},  # "they" is nobody
            "attack on Homs (asserted; 1 claim in 1 document)",
        ),
        (
            {"type_code": "protest", "status": "planned", "place_text": "the square"},  # no place the gazetteer knows
            "protest (planned; 1 claim in 1 document)",
        ),
    ],
)
def test_an_event_in_one_line(more, summary):
    (event,) = made(claim("a", **more)).rows.to_pylist()
    assert event["summary"] == summary


def test_what_is_denied_counts_nobody():
    rows = [
        claim("a", day=15, count=31, **ABU_KAMAL),
        claim("b", day=15, count=40, status="denied", **ABU_KAMAL),
    ]
    (event,) = made(*rows).rows.to_pylist()
    assert (event["count_low"], event["count_high"], event["denial_count"]) == (31, 31, 1)


def test_every_claim_says_why_it_is_in_its_event():
    rules = {
        row["claim_id"]: row["rule"]
        for row in made(
            claim("a", day=15, count=31, **ABU_KAMAL), claim("b", day=15, count=40, **ABU_KAMAL)
        ).also["event_claims"].to_pylist()
    }  # fmt: skip
    assert rules["a0"] == "first told here"
    assert "the same day" in rules["b0"]
    assert "the same place, Abu Kamal" in rules["b0"]
    assert "31 and 40" in rules["b0"]


def test_every_document_but_the_first_says_what_joined_it():
    """The two that are the most alike are joined first; what they are joined to is nearest to the second of them."""
    rows = [
        claim("a", day=15, unit_ids=["u"], **ABU_KAMAL),
        claim("b", day=15, count=31, person_ids=["p"], **ABU_KAMAL),
        claim("c", day=15, count=31, person_ids=["p"], unit_ids=["u"], **ABU_KAMAL),
    ]
    rules = [row["rule"].split(" (")[0] for row in made(*rows).also["event_claims"].to_pylist()]
    assert rules == ["first told here", "with claim c0", "with claim a0"]


@pytest.mark.parametrize(
    ("counts", "low", "high", "agree"),
    [
        ([31, 40], 31, 40, False),
        ([31, (24, 99)], 24, 99, True),
        ([(45, None), 52], 45, None, True),  # one leaves it open
        ([31, None], 31, 31, None),  # one number cannot disagree
    ],
)
def test_merged_numbers(counts, low, high, agree):
    rows = [claim(name, day=15, count=count, **ABU_KAMAL) for name, count in zip("ab", counts, strict=True)]
    (event,) = made(*rows).rows.to_pylist()
    assert (event["count_low"], event["count_high"], event["counts_agree"]) == (low, high, agree)


def test_merged_fields():
    (event,) = made(
        claim("a", day=15, published_on=date(2012, 2, 16), outlet="One", place_id="SY-DY", place_text="the province"),
        claim("b", day=15, published_on=date(2012, 2, 15), outlet="Two", status="denied", **ABU_KAMAL),
        claim("c", day=15, outlet="Two", status="unconfirmed", **ABU_KAMAL),
    ).rows.to_pylist()
    assert (event["place_id"], event["place_text"]) == ("sy-abu-kamal", "Abu Kamal")  # the most exact
    assert (event["status"], event["weakest_status"], event["denial_count"]) == ("asserted", "denied", 1)
    assert (event["document_count"], event["outlet_count"]) == (3, 2)
    assert event["first_reported_on"] == date(2012, 2, 15)
    assert event["date_low"] == event["date_high"] == date(2012, 2, 15)


@pytest.mark.parametrize(
    ("parts", "count"),
    [
        ([{"outlet": "One"}, {"outlet": "Two"}], 2),
        ([{"outlet": "One"}, {"outlet": "one"}], 1),  # one outlet twice
        ([{"report_id": "a"}, {"report_id": "a"}], 1),  # a copy
        ([{"agency": "AFP", "outlet": "One"}, {"agency": "AFP", "outlet": "Two"}], 1),  # both quote one agency
        ([{}, {}], 2),  # unknown outlets count by document
    ],
)
def test_independent_outlets(parts, count):
    rows = [claim(name, day=15, count=31, **{**ABU_KAMAL, **part}) for name, part in zip("ab", parts, strict=True)]
    (event,) = made(*rows).rows.to_pylist()
    assert event["outlet_count"] == count


ROWS = [
    claim("a", 1, count=31, is_headline=True, published_on=date(2012, 2, 15)),
    claim("a", 2, day=15, count=31, **ABU_KAMAL),
    claim("b", 1, day=15, count=40, person_ids=["p"], **ABU_KAMAL),
    claim("c", 1, day=15, status="denied", **STORY, **ABU_KAMAL),
    claim("d", 1, day=16, **STORY, place_id="SY-DY"),
    claim("e", 1, day=15, person_ids=["q"], **ABU_KAMAL),
    claim("f", 1, day=15, count=31, person_ids=["p"]),
    claim("g", 1, person_ids=["q"], published_on=date(2012, 2, 16)),
    claim("h", 1, day=20, **HOMS),
]


@settings(max_examples=40)
@given(st.permutations(ROWS))
def test_order_of_rows_changes_nothing(rows):
    one, other = made(*rows), made(*ROWS)
    assert one.rows.equals(other.rows)
    assert one.also["event_claims"].equals(other.also["event_claims"])


@settings(max_examples=40)
@given(st.lists(st.sampled_from(ROWS), unique_by=lambda row: row["claim_id"]))
def test_every_claim_is_in_one_event(rows):
    found = made(*rows)
    told = found.also["event_claims"].to_pylist()
    assert sorted(row["claim_id"] for row in told) == sorted(row["claim_id"] for row in rows)
    assert sum(row["claim_count"] for row in found.rows.to_pylist()) == len(rows)


TWO = [claim("a", day=15, count=31, **ABU_KAMAL), claim("b", day=15, count=40, **ABU_KAMAL), claim("c", day=3, **HOMS)]


def event_of(claim_id):
    """The id of an event whose first claim that is."""
    return id_of("event", claim_id)


def test_analysts_make_two_events_one():
    merge = noted("event", event_of("c0"), "merge", "place_text", "Homs", event_of("b0"))
    made_one = corrected(TWO, merge)
    (event,) = made_one.rows.to_pylist()
    assert event["claim_count"] == 3
    assert event["corrected"] == [f"made one with event {event_of('b0')}, by R. Reader: seen on film"]
    assert made_one.also["event_outcomes"].to_pylist()[0]["outcome"] == "applied"


def test_analysts_part_a_claim_from_an_event():
    split = noted("event", event_of("a0"), "split", "claim_count", "2", "b0")
    parted = corrected(TWO, split)
    assert sorted(parted.rows["claim_count"].to_pylist()) == [1, 1, 1]
    rules = {row["claim_id"]: row["rule"] for row in parted.also["event_claims"].to_pylist()}
    assert rules["b0"] == f"parted from event {event_of('a0')}, by R. Reader: seen on film"
    assert event_of("b0") in parted.rows["event_id"].to_pylist()


@pytest.mark.parametrize(
    ("correction", "outcome"),
    [
        (("merge", "count_low", "30", event_of("c0")), "guard_failed"),
        (("merge", "count_low", "31", "gone"), "unknown_value"),
        (("merge", "count_low", "31", event_of("d0")), "contradicts"),  # of another type
        (("split", None, None, "c0"), "unknown_value"),  # no claim of it
        (("split", None, None, "a0|b0"), "unknown_value"),  # all there is of it
    ],
)
def test_a_correction_that_does_not_fit_changes_no_event(correction, outcome):
    rows = [*TWO, claim("d", day=3, type_code="arrest", **HOMS)]
    action, field, expected, value = correction
    found = corrected(rows, noted("event", event_of("a0"), action, field, expected, value))
    assert found.rows == made(*rows).rows
    assert found.also["event_outcomes"]["outcome"].to_pylist() == [outcome]
