"""Laws of time expressions: any day written out, any weekday, any order of words."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from stages.dates import dates_in
from tests.stages.parsed import untagged

THURSDAY = date(2012, 6, 21)  # a day of publication


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_any_day_written_out_is_that_day(when: date) -> None:
    for written in (f"{when:%d %B %Y}", f"{when:%B} {when.day}, {when.year}", when.isoformat()):
        (found,) = dates_in(untagged(f"They met on {written}.")[:], None)
        assert (found.low, found.high) == (when, when)


@given(st.dates(date(1950, 1, 1), date(2090, 12, 31)))
def test_a_weekday_is_the_latest_up_to_publication(published_on: date) -> None:
    (found,) = dates_in(untagged("They met on Wednesday.")[:], published_on)
    assert found.low is not None
    assert found.low.weekday() == 2
    assert timedelta(0) <= published_on - found.low < timedelta(7)


@given(
    st.sampled_from(["yesterday", "last week", "last month", "two days ago", "in April", "last Sunday", "a year ago"]),
    st.dates(date(1950, 1, 1), date(2090, 12, 31)),
)
def test_what_lies_back_is_not_after_publication(words: str, published_on: date) -> None:
    (found,) = dates_in(untagged(f"They met {words}.")[:], published_on)
    assert found.low is not None
    assert found.high is not None
    assert found.low <= found.high
    assert found.low <= published_on


@given(st.text(alphabet="0123456789/-:. MayJuneondlastTuesdayweek", max_size=60))
def test_expressions_stay_in_order_and_in_the_sentence(text: str) -> None:
    doc = untagged(text)
    found = dates_in(doc[:], THURSDAY)
    assert all(0 <= each.start < each.end <= len(doc) for each in found)
    assert all(each.low is None or each.high is None or each.low <= each.high for each in found)
