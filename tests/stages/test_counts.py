"""Numbers of people: what newspapers write, and what is no number of people."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stages.counts import count_of, counts_in
from tests.stages.parsed import untagged

WORDS = [
    "a", "12", "dozens", "of", "soldiers", "and", "two", "the", "-", "killed", "2012", "at", "least", "men", ",", "up",
    "to", "in",
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Ten soldiers deserted their barracks.", 10, 10),
        ("10,000 people marched.", 10000, 10000),
        ("At least ten soldiers deserted.", 10, None),  # open above
        ("More than 300 farmers marched.", 300, None),
        ("Over 300 farmers marched.", 300, None),
        ("No fewer than eight monks were beaten.", 8, None),
        ("Upwards of 50 miners walked out.", 50, None),
        ("In excess of 50 miners walked out.", 50, None),
        ("A minimum of 12 students were held.", 12, None),
        ("Just over 20 students were held.", 20, None),
        ("20 or more students were held.", 20, None),  # the opening may follow
        ("20 students or more were held.", 20, 20),  # but not behind the noun: a known limit
        ("Nearly 300 farmers marched.", None, 300),  # open below
        ("Almost a dozen nurses were held.", None, 12),
        ("Up to 30 rebels died.", None, 30),
        ("As many as 40 prisoners fled.", None, 40),
        ("Fewer than 40 prisoners fled.", None, 40),
        ("No more than five guards stayed.", None, 5),
        ("Up to about 50 rebels died.", None, 50),  # two words before one number
        ("Some 300 farmers marched.", 300, 300),  # rounded is exact by the guide
        ("Around 300 farmers marched.", 300, 300),
        ("About a hundred farmers marched.", 100, 100),
        ("An estimated 5,000 workers struck.", 5000, 5000),
        ("A total of 224 people crossed.", 224, 224),
        ("Another 20 soldiers surrendered.", 20, 20),
        ("A couple of guards ran.", 2, 2),
        ("A handful of senior officers left.", 3, 9),
        ("Several guards ran.", 3, 9),
        ("A few dozen guards ran.", 24, 99),
        ("Dozens of students were arrested.", 24, 99),
        ("Dozens were arrested.", 24, 99),  # people without a noun
        ("Scores of villagers fled.", 40, 99),
        ("Hundreds of villagers fled.", 100, 999),
        ("Thousands marched.", 1000, 9999),
        ("Tens of thousands of Somalis fled.", 10000, 99999),
        ("Hundreds of thousands of people fled.", 100000, 999999),
        ("More than a dozen villagers fled.", 12, None),
        ("Between 10 and 15 villagers fled.", 10, 15),
        ("From 10 to 15 villagers fled.", 10, 15),
        ("10-15 villagers fled.", 10, 15),
        ("10 to 15 villagers fled.", 10, 15),
        ("Two or three villagers fled.", 2, 3),
        ("1.2 million refugees crossed.", 1_200_000, 1_200_000),
        ("Half of the 40 prisoners fled.", 20, 20),  # a fraction of a known whole
        ("Two-thirds of the 30 prisoners fled.", 20, 20),
        ("Two of the three were shot.", 2, 2),  # the part counts, not the whole
        ("Two of the three colonels were shot.", 2, 2),
        ("One of the soldiers was killed.", 1, 1),
        ("Three colonels, two majors and 20 soldiers left.", 25, 25),  # a list is summed
        ("Two girls and a baby were hurt.", 3, 3),
        ("At least two colonels and a general left.", 3, None),  # open parts leave the sum open
        ("The toll rose from 20 to 30.", 30, 30),  # what it rose to
        ("The toll from a raid on the port of Aden rose to at least six Friday.", 6, None),  # far behind the toll
        ("Ten soldiers Friday left.", 10, 10),
        ("The three colonels left.", 3, 3),
        ("Both men were freed.", 2, 2),
        ("Some 400 were arrested.", 400, 400),
        ("The raid killed 20.", 20, 20),
        ("There are 20 wounded.", 20, 20),
        ("Twenty human rights activists were held.", 20, 20),  # the last noun is counted
        ("3 senior Chadian officers defect", 3, 3),  # a headline
        ("Forty policemen defect", 40, 40),
        ("The 13th general to defect arrived.", 13, 13),  # a running total
        ("A 500-strong force entered.", 500, 500),
        ("Three defections were reported.", 3, 3),  # events of one person each
        ("Twelve deaths were reported.", 12, 12),
    ],
)
def test_count_of_people(text: str, low: int | None, high: int | None) -> None:
    assert [(count.low, count.high) for count in counts_in(untagged(text)[:])] == [(low, high)]


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers deserted.",  # a bare plural
        "A number of soldiers deserted.",
        "Many soldiers deserted.",
        "He fled after 16 months.",  # a time
        "It began in 2012.",  # a year
        "It happened on 3 May 2012.",
        "It happened on May 3.",
        "They paid $5 million.",  # money
        "They lost 3 tanks and two helicopters.",  # things
        "Some 10% voted.",
        "Some 10 percent voted.",
        "It lies 30 kilometres north.",
        "The 14th Brigade withdrew.",  # the number of a unit
        "The third attack failed.",
        "A six-year-old was found.",  # an age
        "Boys as young as 14 fought.",
        "Ali Hassan, 34, said so.",
        "He lives at No. 10 and reads page 3.",  # labels
        "It was one of the worst winters.",
        "No one knows.",
        "He flew a Boeing 737.",
        "The meeting starts at 5 pm.",
        "There were five attacks and 600 protests.",  # events that are not one person each
        "Resolution 2139 passed.",
        "Half of the country voted.",  # a fraction of an unknown whole
    ],
)
def test_no_number_of_people(text: str) -> None:
    assert counts_in(untagged(text)[:]) == []


@pytest.mark.parametrize(
    ("text", "word", "low", "high"),
    [
        ("A soldier fled.", "soldier", 1, 1),
        ("The general fled.", "general", 1, 1),
        ("An alleged captain spoke.", "captain", 1, 1),
        ("The man fled.", "man", 1, 1),
        ("He fled.", "He", 1, 1),
        ("A Libyan lieutenant colonel and six sergeants fled.", "colonel", 7, 7),
        ("More than 500 women and young girls were held.", "women", 500, None),  # one number for both
        ("33 soldiers and their families fled.", "soldiers", 33, 33),  # families are companions
        ("A group of 20 soldiers fled.", "group", 20, 20),  # what a container holds
        ("The deaths of six men were reported.", "deaths", 6, 6),
        ("At least 11 nurses including two children died.", "children", 11, None),  # a part stands for its whole
        ("The second man fled.", "man", 1, 1),  # an order, no total
        ("Dozens of soldiers fled.", "soldiers", 24, 99),
        ("Dozens of soldiers fled.", "Dozens", 24, 99),
    ],
)
def test_count_of_a_head(text: str, word: str, low: int | None, high: int | None) -> None:
    doc = untagged(text)
    count = count_of(next(token for token in doc if token.text == word))
    assert count is not None
    assert (count.low, count.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Soldiers fled.", "Soldiers"),
        ("The army fled.", "army"),  # one word for many
        ("The group fled.", "group"),
        ("A policeman and protesters were hurt.", "policeman"),  # a part of unknown number
        ("Every soldier fled.", "soldier"),
        ("They fled.", "They"),
        ("No soldier fled.", "soldier"),
        ("The people fled.", "people"),
        ("Two tanks burned.", "tanks"),
    ],
)
def test_no_count_of_a_head(text: str, word: str) -> None:
    doc = untagged(text)
    assert count_of(next(token for token in doc if token.text == word)) is None


def test_a_part_is_mentioned_beside_its_whole() -> None:
    counts = counts_in(untagged("At least 11 nurses including two children died.")[:])
    assert [(count.low, count.high) for count in counts] == [(11, None), (2, 2)]


@pytest.mark.parametrize(
    ("text", "is_total"),
    [
        ("Ten soldiers were killed.", False),
        ("Ten soldiers were killed so far.", True),
        ("Ten soldiers have been killed since Monday.", True),
        ("Rebels freed ten soldiers they had held since Monday.", False),  # the holding began then
        ("Over ten thousand people marched in what they called the largest rally since Monday.", False),
        ("The death toll stands at ten.", True),
        ("He is the tenth general to defect.", True),
    ],
)
def test_running_total(text: str, is_total: bool) -> None:
    assert [count.is_total for count in counts_in(untagged(text)[:])] == [is_total]


@given(st.integers(3, 999_999))
def test_any_exact_number_of_people(number: int) -> None:
    (count,) = counts_in(untagged(f"Some {number:,} soldiers deserted.")[:])
    assert (count.low, count.high) == (number, number)


@given(st.lists(st.sampled_from(WORDS)))
def test_counts_stay_in_order_and_in_the_sentence(words: list[str]) -> None:
    doc = untagged(" ".join(words))
    counts = counts_in(doc[:])
    assert all(0 <= count.start < count.end <= len(doc) for count in counts)
    assert all(first.end <= second.start for first, second in pairwise(counts))
    assert all(count.low is None or count.high is None or count.low <= count.high for count in counts)
