"""Time expressions: what they mean on a known day of publication, and what stays open without one."""

from datetime import date

import pytest

from stages.dates import date_of, dates_in
from tests.stages.parsed import untagged

THURSDAY = date(2012, 6, 21)  # a day of publication


def day(text: str) -> date:
    """A day written 06-20, of 2012, or in full."""
    return date.fromisoformat(text if len(text) > 5 else f"2012-{text}")


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "date_from"),
    [
        ("They met on 17 October 2011.", "17 October 2011", "2011-10-17", "2011-10-17", "absolute"),
        ("They met on October 17, 2011.", "October 17, 2011", "2011-10-17", "2011-10-17", "absolute"),
        ("They met on Oct. 3rd, 2011.", "Oct. 3rd, 2011", "2011-10-03", "2011-10-03", "absolute"),
        ("They met on the 3rd of October 2011.", "the 3rd of October 2011", "2011-10-03", "2011-10-03", "absolute"),
        ("They met on 2011-10-03.", "2011-10-03", "2011-10-03", "2011-10-03", "absolute"),
        ("They met on 25/12/2011.", "25/12/2011", "2011-12-25", "2011-12-25", "absolute"),
        ("They met on Monday, 3 October 2011.", "Monday, 3 October 2011", "2011-10-03", "2011-10-03", "absolute"),
        ("They met in October 2011.", "October 2011", "2011-10-01", "2011-10-31", "absolute"),
        ("They met in early May 2011.", "early May 2011", "2011-05-01", "2011-05-10", "absolute"),
        (
            "They met in the first week of May 2011.",
            "the first week of May 2011",
            "2011-05-01",
            "2011-05-07",
            "absolute",
        ),
        ("They met in the last week of April.", "the last week of April", "04-24", "04-30", "relative"),
        ("They met in the first days of May.", "the first days of May", "05-01", "05-10", "relative"),
        ("They met earlier in June.", "earlier in June", "06-01", "06-30", "relative"),
        ("They met in September of last year.", "September of last year", "2011-09-01", "2011-09-30", "relative"),
        (
            "They met in the first four months of the year.",
            "the first four months of the year",
            "01-01",
            "04-30",
            "relative",
        ),
        (
            "The first two months of 2011 were calm.",
            "The first two months of 2011",
            "2011-01-01",
            "2011-02-28",
            "absolute",
        ),
        ("It will last until they renew the truce they broke in May.", "May", "05-01", "05-31", "relative"),
        ("They met in the second half of 2011.", "the second half of 2011", "2011-07-01", "2011-12-31", "absolute"),
        ("They met at the end of May 2011.", "the end of May 2011", "2011-05-21", "2011-05-31", "absolute"),
        ("They met in 2011.", "2011", "2011-01-01", "2011-12-31", "absolute"),
        ("They met in late 2011.", "late 2011", "2011-09-01", "2011-12-31", "absolute"),
        ("They met in the 1990s.", "the 1990s", "1990-01-01", "1999-12-31", "absolute"),
        ("They met in the summer of 1942.", "the summer of 1942", "1942-06-01", "1942-08-31", "absolute"),
        ("They met in the winter of 1942.", "the winter of 1942", "1942-12-01", "1943-02-28", "absolute"),
        (
            "THEY MET ON 17 OCTOBER 2011.",
            "17 OCTOBER 2011",
            "2011-10-17",
            "2011-10-17",
            "absolute",
        ),  # a wire in capitals
        ("THEY MET YESTERDAY.", "YESTERDAY", "06-20", "06-20", "relative"),
        ("They met on 17 May.", "17 May", "05-17", "05-17", "relative"),
        ("They met on 17 October.", "17 October", "2011-10-17", "2011-10-17", "relative"),  # the latest such day
        ("They will meet on 17 October.", "17 October", "10-17", "10-17", "relative"),  # the next such day
        (
            "They met on Saturday, June 23.",
            "Saturday, June 23",
            "06-23",
            "06-23",
            "relative",
        ),  # the weekday tells the year
        ("They met in April.", "April", "04-01", "04-30", "relative"),
        ("They met in August.", "August", "2011-08-01", "2011-08-31", "relative"),
        ("They met last August.", "last August", "2011-08-01", "2011-08-31", "relative"),
        ("They met last summer.", "last summer", "2011-06-01", "2011-08-31", "relative"),
        ("They met on Thursday.", "Thursday", "06-21", "06-21", "weekday"),  # the day of publication counts
        ("They met on Friday.", "Friday", "06-15", "06-15", "weekday"),
        ("They met on Monday morning.", "Monday morning", "06-18", "06-18", "weekday"),
        ("They met last Thursday.", "last Thursday", "06-14", "06-14", "weekday"),
        ("They meet next Monday.", "next Monday", "06-25", "06-25", "weekday"),
        ("They will meet on Monday.", "Monday", "06-25", "06-25", "weekday"),  # a sentence that looks ahead
        ("They called a general strike for Monday.", "Monday", "06-25", "06-25", "weekday"),
        ("They called a news conference on Monday.", "Monday", "06-18", "06-18", "weekday"),
        ("It opens early Monday.", "early Monday", "06-18", "06-18", "weekday"),
        ("They met on Tuesday of this week.", "Tuesday of this week", "06-19", "06-19", "weekday"),
        ("They met on Tuesday of last week.", "Tuesday of last week", "06-12", "06-12", "weekday"),
        ("They met on Friday and Saturday.", "Friday and Saturday", "06-15", "06-16", "range"),
        ("Thursday's raid failed.", "Thursday", "06-21", "06-21", "weekday"),
        ("Most were killed by Monday's raid.", "Monday", "06-18", "06-18", "weekday"),  # its agent, and no limit
        ("They met today.", "today", "06-21", "06-21", "relative"),
        ("They met yesterday.", "yesterday", "06-20", "06-20", "relative"),
        ("They met last night.", "last night", "06-20", "06-20", "relative"),
        ("They fled overnight.", "overnight", "06-20", "06-21", "relative"),
        ("They meet tomorrow.", "tomorrow", "06-22", "06-22", "relative"),
        ("They met two days ago.", "two days ago", "06-19", "06-19", "relative"),
        ("They met a week ago.", "a week ago", "06-11", "06-17", "relative"),  # a week is no exact count
        ("It began about 16 months ago.", "about 16 months ago", "2011-02-01", "2011-02-28", "relative"),
        ("It began two years ago.", "two years ago", "2010-01-01", "2010-12-31", "relative"),
        ("They met last week.", "last week", "06-11", "06-17", "relative"),
        ("They met earlier this month.", "earlier this month", "06-01", "06-21", "relative"),  # not after publication
        ("They met ten times so far this year.", "so far this year", "01-01", "06-21", "relative"),
        ("They meet later this year.", "later this year", "06-21", "12-31", "relative"),
        ("They met on June seventh.", "June seventh", "06-07", "06-07", "relative"),
        ("They met on the twenty-first of May.", "the twenty-first of May", "05-21", "05-21", "relative"),
        ("They met on New Year's Eve.", "New Year's Eve", "2011-12-31", "2011-12-31", "relative"),
        ("They met on the 2010 Boxing Day.", "2010 Boxing Day", "2010-12-26", "2010-12-26", "relative"),
        ("They met during Ramadan.", "Ramadan", None, None, "relative"),  # a feast that moves
        ("They met at around 9:30pm local time.", "at around 9:30pm local time", None, None, "vague"),
        ("They may meet on Friday.", "Friday", "06-22", "06-22", "weekday"),  # the coming one
        ("They may have met on Friday.", "Friday", "06-15", "06-15", "weekday"),
        ("They promised to leave by Sunday.", "by Sunday", None, "06-24", "range"),
        ("They counted ten men up to the end of May.", "up to the end of May", None, "05-31", "range"),
        ("They have met since then.", "since then", None, None, "relative"),
        ("They met when Ramadan Ali died in May.", "May", "05-01", "05-31", "relative"),  # a name
        ("A curfew from 7 p.m. to 6 a.m. began in May.", "May", "05-01", "05-31", "relative"),  # its hours
        ("They met last month.", "last month", "05-01", "05-31", "relative"),
        ("They met in April last year.", "April last year", "2011-04-01", "2011-04-30", "relative"),
        ("Ten died over the past week.", "the past week", "06-14", "06-21", "relative"),  # up to the day of the news
        ("They met last November 25.", "last November 25", "2011-11-25", "2011-11-25", "relative"),
        ("Many died this year.", "this year", "01-01", "12-31", "relative"),
        ("They met over the weekend.", "over the weekend", "06-16", "06-17", "relative"),
        ("Ten died in the last 24 hours.", "in the last 24 hours", "06-20", "06-21", "range"),
        ("Ten died in the past three days.", "in the past three days", "06-18", "06-21", "range"),
        ("Ten died since May.", "since May", "05-01", "06-21", "range"),
        ("It lasted until May.", "until May", None, "05-31", "range"),
        ("It lasted from 3 May to 7 June.", "from 3 May to 7 June", "05-03", "06-07", "range"),
        ("It ran from March to June 2011.", "March to June 2011", "2011-03-01", "2011-06-30", "range"),
        ("It ran on 5-7 May.", "5-7 May", "05-05", "05-07", "range"),
        ("It ran on May 5-7.", "May 5-7", "05-05", "05-07", "range"),
        ("It ran on May 5-7, 2011.", "May 5-7, 2011", "2011-05-05", "2011-05-07", "range"),
        ("It ran in 2010-11.", "2010-11", "2010-01-01", "2011-12-31", "range"),
        ("Many fled since the war began in March.", "since the war began in March", "03-01", "06-21", "range"),
        ("Many fled in recent weeks.", "in recent weeks", None, None, "vague"),
        ("Many fled over the past few weeks.", "over the past few weeks", None, None, "vague"),
        ("Many fled several years ago.", "several years ago", None, None, "vague"),
        ("The siege lasted for days.", "for days", None, None, "vague"),
        ("They attacked at dawn.", "at dawn", None, None, "vague"),
        ("By midafternoon the square was empty.", "By midafternoon", None, None, "vague"),
        ("They will soon return.", "soon", None, None, "vague"),
        ("They met on 10/04/2011.", "10/04/2011", None, None, "absolute"),  # day or month first: not settled
    ],
)
def test_days_meant(text: str, words: str, low: str | None, high: str | None, date_from: str) -> None:
    doc = untagged(text)
    (found,) = dates_in(doc[:], THURSDAY)
    assert doc[found.start : found.end].text == words
    assert (found.low, found.high) == (day(low) if low else None, day(high) if high else None)
    assert found.date_from == date_from


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("They fled overnight, he said on Tuesday.", "06-18", "06-19"),  # the night that ended on the Tuesday
        ("They fled overnight, and he left on Tuesday.", "06-20", "06-21"),  # nobody speaks on the Tuesday
    ],
)
def test_a_night_is_counted_from_the_day_it_is_told(text: str, low: str, high: str) -> None:
    night, _ = dates_in(untagged(text)[:], THURSDAY)
    assert (night.low, night.high) == (day(low), day(high))


def test_what_happened_when_it_began_is_of_that_day() -> None:
    doc = untagged("It was the second mutiny since May, when ten men deserted.")
    dates = dates_in(doc[:], THURSDAY)
    chosen = [date_of(next(token for token in doc if token.text == word), dates) for word in ("mutiny", "deserted")]
    assert [doc[item.start : item.end].text for item in chosen if item is not None] == ["since May", "May"]


@pytest.mark.parametrize(
    "text",
    ["He may march on.", "March on, he said.", "2000 soldiers fled.", "Some 2000 fled.", "He was 14.", "Route 1948"],
)
def test_no_date(text: str) -> None:
    assert dates_in(untagged(text)[:], THURSDAY) == []


@pytest.mark.parametrize(
    "text",
    ["on Monday", "yesterday", "in April", "last week", "two days ago", "since May", "overnight", "on 17 October"],
)
def test_without_a_publication_date_a_relative_date_stays_open(text: str) -> None:
    (found,) = dates_in(untagged(f"Ten men fled {text}.")[:], None)
    assert (found.low, found.high) == (None, None)


def test_a_full_date_needs_no_publication_date() -> None:
    (found,) = dates_in(untagged("Ten men fled on 3 May 2012.")[:], None)
    assert (found.low, found.high) == (date(2012, 5, 3), date(2012, 5, 3))


def test_a_history_goes_on_from_the_last_date_told() -> None:
    found = dates_in(
        untagged("It began on 28 November 1941; on 3 January it ended, and the next day they left.")[:], None
    )
    assert [each.low for each in found] == [date(1941, 11, 28), date(1942, 1, 3), date(1942, 1, 4)]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("the next day", "1941-11-29", "1941-11-29"),
        ("three days later", "1941-12-01", "1941-12-01"),
        ("the previous night", "1941-11-27", "1941-11-27"),
        ("that same day", "1941-11-28", "1941-11-28"),
        ("that month", "1941-11-01", "1941-11-30"),
        ("the following month", "1941-12-01", "1941-12-31"),
        ("two years later", "1943-01-01", "1943-12-31"),
        ("the year before", "1940-01-01", "1940-12-31"),
        ("the following week", "1941-12-01", "1941-12-07"),
    ],
)
def test_counted_from_the_date_last_told(words: str, low: str, high: str) -> None:
    found = dates_in(untagged(f"It began on 28 November 1941 and ended {words}.")[:], None)
    assert (found[-1].low, found[-1].high) == (day(low), day(high))


def test_a_story_that_speaks_of_its_own_days_is_no_history() -> None:
    doc = untagged("He fled on 3 July 2010. Fighting went on last year. The truce of 21 December was broken.")
    assert dates_in(doc[:], THURSDAY)[-1].low == date(2011, 12, 21)


def test_news_does_not() -> None:
    found = dates_in(untagged("He fled on 3 May 2011 and came back on 7 May.")[:], THURSDAY)
    assert [each.low for each in found] == [date(2011, 5, 3), date(2012, 5, 7)]


@pytest.mark.parametrize(
    ("text", "trigger", "words"),
    [
        ("Ten men fled on Monday.", "fled", "Monday"),
        ("On Monday, ten men fled.", "fled", "Monday"),
        ("Ten men fled on Monday, and two died on Tuesday.", "fled", "Monday"),
        ("Ten men fled on Monday, and two died on Tuesday.", "died", "Tuesday"),
        ("Ten men fled.", "fled", None),
    ],
)
def test_the_date_of_an_event_by_its_clause(text: str, trigger: str, words: str | None) -> None:
    doc = untagged(text)
    found = date_of(next(token for token in doc if token.text == trigger), dates_in(doc[:], THURSDAY))
    assert (doc[found.start : found.end].text if found is not None else None) == words
