"""Events: which claims tell of one happening, and what is kept of their disagreements."""

from datetime import date

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import seeds
from stages.events import group_claims
from stages.naming.gazetteer import Gazetteer
from stages.naming.gazetteer_tables import gazetteer_tables
from stages.stage import id_of
from tests.stages.noted import corrections_of, noted

FACTS = pa.schema(
    [
        ("claim_id", pa.string()), ("document_id", pa.string()), ("report_id", pa.string()), ("story_id", pa.string()),
        ("cohesion", pa.float64()),
        ("outlet", pa.string()), ("published_on", pa.date32()), ("type_code", pa.string()), ("mode", pa.string()),
        ("status", pa.string()), ("is_headline", pa.bool_()), ("trigger_raw_start_char", pa.int32()),
        ("agency", pa.string()), ("actor_text", pa.string()), ("target_text", pa.string()),
        ("rank_codes", pa.list_(pa.string())), ("count_low", pa.int64()), ("count_high", pa.int64()),
        ("place_text", pa.string()), ("place_id", pa.string()), ("destination_id", pa.string()),
        ("date_low", pa.date32()), ("date_high", pa.date32()), ("person_ids", pa.list_(pa.string())),
        ("near_ids", pa.list_(pa.string())), ("unit_ids", pa.list_(pa.string())), ("affair_ids", pa.list_(pa.string())),
    ]
)  # fmt: skip
NO_CITIES = pa.schema(
    [("geonameid", pa.int64()), ("name", pa.string()), ("country_code", pa.string()), ("admin1_code", pa.string()),
     ("latitude", pa.float64()), ("longitude", pa.float64()), ("population", pa.int64()),
     ("alternate_names", pa.list_(pa.string()))]
)  # fmt: skip
NO_PARTS = pa.schema([("place_id", pa.string()), ("name", pa.string()), ("country_code", pa.string())])
GAZETTEER = Gazetteer(*gazetteer_tables(seeds.load("places"), NO_CITIES.empty_table(), NO_PARTS.empty_table()))
ABU_KAMAL = {"place_id": "sy-abu-kamal", "place_text": "Abu Kamal"}
STORY = {"story_id": "s", "cohesion": 0.2}
HOMS = {"place_id": "sy-homs", "place_text": "Homs"}


def claim(document, at=0, day=None, count=None, **more):
    """One defection told by a document, on a day of February 2012; each document is its own report."""
    low, high = count if isinstance(count, tuple) else (count, count)
    on = None if day is None else date(2012, 2, day)
    return {
        "claim_id": f"{document}{at}", "document_id": document, "report_id": document, "type_code": "defection",
        "status": "asserted", "is_headline": False, "trigger_raw_start_char": at, "count_low": low, "count_high": high,
        "date_low": on, "date_high": on, **more,
    }  # fmt: skip


def made(*rows):
    """What the stage makes of those claims."""
    return corrected(rows)


def corrected(rows, *corrections):
    """What the stage makes of those claims with those corrections."""
    facts = pa.Table.from_pylist(list(rows), schema=FACTS)
    return group_claims(facts, gazetteer=GAZETTEER, event_corrections=corrections_of(*corrections))


def groups(*rows):
    """The claims of each event."""
    found = {}
    for row in made(*rows).also["event_claims"].to_pylist():
        found.setdefault(row["event_id"], []).append(row["claim_id"])
    return sorted(found.values())


@pytest.mark.parametrize(
    "rows",
    [
        (claim("a", day=15, count=31, **ABU_KAMAL), claim("b", day=15, count=40, **ABU_KAMAL)),  # numbers disagree
        (claim("a", day=15, **ABU_KAMAL), claim("b", day=15, place_id="SY-DY")),  # the town, the province
        (claim("a", day=15, count=31), claim("b", day=15, count=31)),
        (claim("a", person_ids=["p"]), claim("b", person_ids=["p"])),  # a man defects once
        (claim("a", day=15, **ABU_KAMAL), claim("b", day=15, status="denied", **ABU_KAMAL)),  # denied, kept against it
        (claim("a", near_ids=["p"], count=31, **HOMS), claim("b", near_ids=["p"], count=40, **HOMS)),  # who led them
        (claim("a", unit_ids=["u"], count=31), claim("b", unit_ids=["u"], count=31)),
        (
            claim("a", day=15, count=31, **ABU_KAMAL),
            claim("b", day=15, count=40, place_id="sy-deir-ez-zor"),
        ),  # or province
        (claim("a", report_id="a"), claim("b", report_id="a", published_on=None)),  # a copy
        (claim("a", count=(200, None), **STORY), claim("b", count=219, **STORY)),  # both articles lead with it
        (  # "more than 200", twice
            claim("a", 0, type_code="talks", **STORY),
            claim("a", 400, count=(200, None), **STORY),
            claim("b", 0, type_code="aid", **STORY),
            claim("b", 400, count=(200, None), **STORY),
        ),
        (  # a denial says little, but both articles name one little-known man
            claim("a", published_on=date(2012, 2, 15), actor_text="30 soldiers", count=30, affair_ids=["p"]),
            claim("b", published_on=date(2012, 2, 16), actor_text="any soldiers", status="denied", affair_ids=["p"]),
        ),
        (  # a crowd that one outlet guesses at four times what another does
            claim("a", day=15, type_code="protest", count=(20_000, None), **HOMS),
            claim("b", day=15, type_code="protest", count=4_500, **HOMS),
        ),
        (  # so many of one nation, by articles that have nothing else in common
            claim("a", published_on=date(2012, 2, 15), type_code="release", target_text="Turkish nurses", count=17),
            claim("b", published_on=date(2012, 2, 17), type_code="release", target_text="Turks", count=17),
        ),
        (  # who did it, and how
            claim(
                "a", type_code="killing", mode="execution", actor_text="ISIS", target_text="the woman", count=1, **STORY
            ),
            claim(
                "b", type_code="killing", mode="execution", actor_text="ISIS", target_text="a fighter", count=1, **STORY
            ),
        ),
        (  # who did what to whom
            claim("a", actor_text="ISIS militants", target_text="a fighter", count=1, **STORY),
            claim("b", actor_text="ISIS", target_text="the fighter", count=1, **STORY),
        ),
    ],
)
def test_two_documents_tell_of_one_happening(rows):
    assert any({name[0] for name in group} == {"a", "b"} for group in groups(*rows))


@pytest.mark.parametrize(
    "rows",
    [
        (claim("a", day=15, count=2, **ABU_KAMAL), claim("b", day=15, count=400, **ABU_KAMAL)),  # numbers say so
        (claim("a", day=15, person_ids=["p"], **HOMS), claim("b", day=15, person_ids=["q"], **HOMS)),  # so do persons
        (claim("a", day=15, **ABU_KAMAL), claim("b", day=15, **HOMS)),
        (claim("a", day=15, **HOMS), claim("b", day=18, **HOMS)),
        (claim("a"), claim("b")),  # neither place nor day nor person: nothing to know it by
        (claim("a", day=15), claim("b", day=15)),  # a day alone is no identity
        (claim("a", **HOMS), claim("b", **HOMS)),  # nor is a place
        (claim("a", day=15, type_code="arrest", **HOMS), claim("b", day=15, **HOMS)),
        (claim("a", **STORY), claim("b", **STORY)),  # one affair has many events
        (claim("a", 1, day=15, count=10, **HOMS), claim("a", 2, day=15, count=12, **HOMS)),  # one document, two numbers
        (  # a man named by both for months, and nobody knows when the one was written
            claim("a", published_on=date(2012, 2, 15), actor_text="officers", affair_ids=["p"]),
            claim("b", actor_text="any officers", status="denied", affair_ids=["p"]),
        ),
        (  # what is denied in passing is not what another article of the affair tells
            claim("a", type_code="killing", target_text="fighters", day=14, count=2, **STORY),
            claim("b", 0, type_code="talks", **STORY),
            claim("b", 400, type_code="killing", target_text="civilians", status="denied", day=14, **STORY),
        ),
        (  # two crowds of a day: no guess is that far out
            claim("a", day=15, type_code="protest", count=60_000, **HOMS),
            claim("b", day=15, type_code="protest", count=(24, 99), **HOMS),
        ),
        (  # the dead are counted, a crowd is not
            claim("a", day=15, type_code="killing", count=20, **HOMS),
            claim("b", day=15, type_code="killing", count=90, **HOMS),
        ),
        (  # two crowds in one article, on one day
            claim("a", 1, day=15, type_code="protest", count=20_000, **HOMS),
            claim("a", 2, day=15, type_code="protest", count=4_500, **HOMS),
        ),
        (  # so many, but who may be anybody
            claim("a", published_on=date(2012, 2, 15), type_code="release", target_text="captives", count=17),
            claim("b", published_on=date(2012, 2, 17), type_code="release", target_text="captives", count=17),
        ),
        (  # so many, of two nations
            claim("a", published_on=date(2012, 2, 15), type_code="release", target_text="Turks", count=17),
            claim("b", published_on=date(2012, 2, 17), type_code="release", target_text="Iraqis", count=17),
        ),
        (  # so few of one nation, as happens twice in a week
            claim("a", published_on=date(2012, 2, 15), type_code="release", target_text="Turks", count=3),
            claim("b", published_on=date(2012, 2, 17), type_code="release", target_text="Turks", count=3),
        ),
        (  # of one nation, but not so many
            claim("a", published_on=date(2012, 2, 15), type_code="release", target_text="Turks", count=17),
            claim("b", published_on=date(2012, 2, 17), type_code="release", target_text="Turks", count=19),
        ),
        (  # so many of one nation, in two towns
            claim("a", published_on=date(2012, 2, 15), type_code="release", target_text="Turks", count=17, **HOMS),
            claim("b", published_on=date(2012, 2, 17), type_code="release", target_text="Turks", count=17, **ABU_KAMAL),
        ),
        (  # in one article: the raid in the town, and who was shot at elsewhere
            claim("a", 1, day=15, type_code="attack", actor_text="security forces", target_text="a quarter", **HOMS),
            claim("a", 2, type_code="attack", actor_text="troops", target_text="the last of the trucks"),
        ),
    ],
)
def test_two_happenings_stay_apart(rows):
    assert len(groups(*rows)) == 2


def test_claims_of_one_document_that_tell_of_one_event():
    rows = [
        claim("a", 1, count=31, is_headline=True),
        claim("a", 2, day=15, count=31, **ABU_KAMAL),
        claim("a", 3),  # "the men deserted": beside the one event of the document
        claim("a", 4, day=3, count=12, **HOMS),  # background
    ]
    assert groups(*rows[:3]) == [["a1", "a2", "a3"]]
    assert groups(*rows) == [["a1", "a2"], ["a3"], ["a4"]]


@pytest.mark.parametrize(
    ("type_code", "actor", "target"),
    [
        ("killing", "the army", None),  # nothing speaks against
        ("killing", "the troops of the army", "people"),  # who may be anybody
        ("killing", None, "the fishermen"),
        ("ceasefire", "the rebels", None),  # the other side of it
    ],
)
def test_a_claim_without_details_is_of_the_only_event_of_its_kind(type_code, actor, target):
    told = claim("a", 1, day=15, type_code=type_code, actor_text="the army", target_text="five fishermen")
    assert len(groups(told, claim("a", 2, type_code=type_code, actor_text=actor, target_text=target))) == 1


def test_a_claim_without_details_is_of_the_event_whose_parties_it_names():
    rows = [
        claim("a", 1, count=500, type_code="abduction", actor_text="rebels", target_text="women"),
        claim("a", 2, count=219, type_code="abduction", actor_text="militants", target_text="schoolgirls"),
        claim("a", 3, type_code="abduction", actor_text="the militants of the north", target_text="the girls"),
    ]
    assert groups(*rows) == [["a1"], ["a2", "a3"]]


def test_a_headline_is_about_what_the_text_tells_first():
    rows = [
        claim("a", 1, is_headline=True, actor_text="Colonel", count=1),  # it counts the leader only
        claim("a", 2, day=15, count=31, actor_text="A colonel and 30 soldiers", **ABU_KAMAL),
        claim("a", 3, day=3, count=12, **HOMS),
    ]
    assert groups(*rows) == [["a1", "a2"], ["a3"]]
    assert {(row["count_low"], row["count_high"]) for row in made(*rows).rows.to_pylist()} == {(31, 31), (12, 12)}


def test_words_that_end_others_name_the_same():
    rows = [
        claim("a", 1, type_code="abduction", actor_text="the group", target_text="200 schoolgirls", count=200),
        claim("a", 2, type_code="abduction", actor_text="the group", target_text="The girls", **HOMS),
        claim("a", 3, type_code="abduction", actor_text="gunmen", target_text="a teacher", count=1),
    ]
    assert groups(*rows) == [["a1", "a2"], ["a3"]]


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


def test_those_named_before_are_the_last_ones():
    rows = [
        claim("a", 1, count=31, **ABU_KAMAL),
        claim("a", 2, day=3, count=12, **HOMS),
        claim("a", 3, actor_text="The men", unit_ids=["u"]),
        claim("a", 4, actor_text="Other men", unit_ids=["v"]),
    ]
    assert groups(*rows) == [["a1"], ["a2", "a3"], ["a4"]]


def test_a_document_of_countless_claims_is_grouped_whole():
    """Hundreds of claims in one document are compared with those around them only."""
    rows = [claim("a", at, day=1 + at % 28, count=1 + at // 2, **HOMS) for at in range(600)]
    found = groups(*rows)
    assert sorted(claim_id for group in found for claim_id in group) == sorted(row["claim_id"] for row in rows)
    assert len(found) > 200  # a document that gives two numbers tells of two events


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
