"""Events: which claims tell of one happening."""

from datetime import date

import pytest

from tests.stages.told_claims import (
    ABU_KAMAL,
    HOMS,
    STORY,
    claim,
    groups,
    made,
)


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
