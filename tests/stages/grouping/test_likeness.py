"""Likeness: what speaks for one happening, and what rules it out."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stages.grouping.likeness import (
    NOTHING,
    Days,
    counts_contradict,
    of_counts,
    of_days,
    of_persons,
    of_places,
    of_units,
)
from stages.naming.gazetteer import Place

DAY = date(2012, 2, 15)
SYRIA = Place("SY", "Syria", "country", (), "SY", 35.0, 38.0, 0)
PROVINCE = Place("SY-DY", "Deir ez-Zor", "province", ("SY",), "SY", 35.0, 40.4, 0)
ABU_KAMAL = Place("sy-abu-kamal", "Abu Kamal", "town", ("SY-DY", "SY"), "SY", 34.4, 40.9, 57_600)
NAMESAKE = Place("sy-deir-ez-zor", "Deir ez-Zor", "city", ("SY-DY", "SY"), "SY", 35.3, 40.1, 242_600, True)
MAYADIN = Place("sy-mayadin", "Mayadin", "town", ("SY-DY", "SY"), "SY", 35.0, 40.4, 44_000)
HOMS = Place("sy-homs", "Homs", "city", ("SY-HI", "SY"), "SY", 34.7, 36.7, 775_000)


def days(low=None, high=None, published=None):
    """Days of February 2012."""
    found = (None if day is None else date(2012, 2, day) for day in (low, high, published))
    return Days(*found)


@pytest.mark.parametrize(
    ("one", "other", "points", "grounds"),
    [
        (days(15, 15), days(15, 15), 2.0, 1),
        (days(15, 15), days(14, 16), 2.0, 1),  # overnight
        (days(15, 15), days(16, 16), 0.5, 0),  # a day that one outlet gave wrong
        (days(1, 28), days(15, 15), 0.5, 0),  # some time this month, and a day of it
        (days(1, 20), days(5, 28), 0.5, 0),  # some time this month, twice
        (days(published=15), days(published=17), 1.0, 0),
        (days(published=1), days(published=20), -3.0, 0),
        (days(15, 15), days(published=16), 1.0, 0),
        (Days(date(2011, 3, 1), DAY, DAY), days(published=16), 1.0, 0),  # a range of a year dates no report
        (Days(date(2011, 3, 1), DAY, DAY), days(14, 14), 1.0, 0),
        (days(), days(15, 15), 0.0, 0),  # unknown says nothing
    ],
)
def test_days(one, other, points, grounds):
    found = of_days(one, other)
    assert (found.points, found.grounds, found.is_ruled_out) == (points, grounds, False)


def test_days_apart_rule_out():
    assert of_days(days(15, 15), days(17, 17)).is_ruled_out


@pytest.mark.parametrize(
    ("one", "other", "points", "grounds"),
    [
        ([ABU_KAMAL], [ABU_KAMAL], 2.0, 1),
        ([ABU_KAMAL], [PROVINCE], 1.5, 1),
        ([ABU_KAMAL], [SYRIA], 0.3, 0),  # a country tells little
        ([SYRIA], [SYRIA], 0.5, 0),
        ([ABU_KAMAL], [MAYADIN], -1.5, 0),  # neighbours may be confused
        ([ABU_KAMAL], [NAMESAKE], 1.0, 1),  # the city may stand for its province
        ([ABU_KAMAL, HOMS], [HOMS], 2.0, 1),  # the best pair counts
        ([], [HOMS], 0.0, 0),
    ],
)
def test_places(one, other, points, grounds):
    found = of_places(one, other)
    assert (found.points, found.grounds, found.is_ruled_out) == (points, grounds, False)


def test_places_of_two_provinces_rule_out():
    assert of_places([ABU_KAMAL], [HOMS]).is_ruled_out


@pytest.mark.parametrize(
    ("one", "other", "points", "grounds"),
    [
        ([(31, 31)], [(31, 31)], 1.5, 1),
        ([(1, 1)], [(1, 1)], 0.3, 0),  # one man is no number to know an event by
        ([(24, 99)], [(40, 40)], 1.0, 0),
        ([(45, None)], [(52, 52)], 1.0, 0),  # "at least 45" allows 52
        ([(31, 31)], [(40, 40)], 0.0, 0),  # near enough to be one event told twice
        ([(31, 31)], [(60, 60)], -1.0, 0),
        ([(2, 2)], [(400, 400)], -3.0, 0),
        ([(2, 2), (31, 31)], [(31, 31)], 1.5, 1),  # the nearest pair counts
        ([(13, None)], [(300, 300)], -1.0, 0),  # nobody says "at least 13" of three hundred
        ([(None, 12)], [(2, 2)], -1.0, 0),
        ([], [(31, 31)], 0.0, 0),
    ],
)
def test_counts(one, other, points, grounds):
    found = of_counts(one, other)
    assert (found.points, found.grounds, found.is_ruled_out) == (points, grounds, False)


@pytest.mark.parametrize(
    ("one", "other", "contradict"),
    [
        ([(10, 10)], [(12, 12)], True),
        ([(10, None)], [(12, 12)], False),  # "at least ten", and then the number
        ([(60, None)], [(14, None)], True),  # two of them open are two
        ([(60, None)], [(60, None)], False),
        ([(13, None)], [(100000, 999999)], True),  # a toll of the day, and one of the war
        ([], [(12, 12)], False),
    ],
)
def test_numbers_of_one_document_contradict(one, other, contradict):
    assert counts_contradict(one, other).is_ruled_out is contradict


def test_persons_and_units():
    one, other = frozenset("a"), frozenset("b")
    assert of_persons(one, one, is_once=True).grounds == 1
    assert of_persons(one, other, is_once=True).is_ruled_out
    assert not of_persons(one, other, is_once=False).is_ruled_out  # two may speak of one protest
    assert of_persons(one, frozenset(), is_once=True) == NOTHING
    assert of_units(one, one).grounds == 1


DAY_NUMBERS = st.none() | st.integers(1, 28)
PLACES = st.lists(st.sampled_from([SYRIA, PROVINCE, ABU_KAMAL, MAYADIN, HOMS]), max_size=3)
RANGES = st.lists(st.sampled_from([(1, 1), (31, 31), (45, None), (None, 60), (24, 99)]), max_size=3)


@given(PLACES, PLACES)
def test_places_have_no_direction(one, other):
    assert of_places(one, other)[0] == of_places(other, one)[0]


@given(RANGES, RANGES)
def test_counts_have_no_direction(one, other):
    assert of_counts(one, other)[0] == of_counts(other, one)[0]


@given(st.lists(DAY_NUMBERS, min_size=6, max_size=6))
def test_days_have_no_direction(numbers):
    one, other = days(*numbers[:3]), days(*numbers[3:])
    assert of_days(one, other)[0] == of_days(other, one)[0]


@pytest.mark.parametrize("other", [(0, None), (None, 0), (0, 2)])
def test_nought_is_a_number_like_others(other: tuple[int | None, int | None]) -> None:
    assert of_counts([(0, 0)], [other]).points > 0
