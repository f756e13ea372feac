"""Dates as pages print them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stages.cleaning.printed_dates import printed_dates_in, yearless_dates_in


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("3 June 2014 07:30 GMT", (date(2014, 6, 3),)),
        ("CAIRO, March 9, 1998 (AFP)", (date(1998, 3, 9),)),
        ("June 3 , 2014", (date(2014, 6, 3),)),  # a blank before the comma
        ("Sept. 4, 2010", (date(2010, 9, 4),)),
        ("Jul 14th 2012", (date(2012, 7, 14),)),
        ("the 2nd of May, 2011", (date(2011, 5, 2),)),
        ("2016-02-05T10:00:00Z", (date(2016, 2, 5),)),
        ("5 JAN 90", (date(1990, 1, 5),)),  # two figures of a year
        ("08.03.2012", (date(2012, 3, 8),)),  # with full stops the day comes first
        ("25/12/2010", (date(2010, 12, 25),)),  # no month has that number
        ("06/05/2010", (date(2010, 5, 6), date(2010, 6, 5))),  # nobody can tell
        ("05/05/2010", (date(2010, 5, 5),)),
        ("31 February 2011", ()),
        ("Friday", ()),  # a weekday is no date
        ("Sat Mar 5, 6:11 pm", ()),  # neither is a day without a year
        ("May 2011", ()),
        ("flight 112/12/20110", ()),
    ],
)
def test_days(text: str, days: tuple[date, ...]) -> None:
    printed = printed_dates_in(text)
    assert (printed[0].days if printed else ()) == days


def test_a_day_is_known_only_without_doubt() -> None:
    assert printed_dates_in("25/12/2010")[0].day == date(2010, 12, 25)
    assert printed_dates_in("06/05/2010")[0].day is None


def test_dates_without_a_year() -> None:
    assert yearless_dates_in("AMMAN, April 10 (Petra)") == [(4, 10)]


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d %b %Y"])
)
def test_every_day_is_read_as_it_is_printed(day: date, form: str) -> None:
    assert [printed.day for printed in printed_dates_in(day.strftime(form))] == [day]
