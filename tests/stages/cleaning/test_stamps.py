"""Bylines, datelines and date stamps."""

import pytest

from stages.cleaning.stamps import (
    dateline_in,
    is_byline,
    is_date_stamp,
    is_dateline,
    is_labelled_date,
    names_in_byline,
    names_in_stamp,
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Ann Other", "Ann Other"),
        ("by Séamus O’Dowd", "Séamus O’Dowd"),
        ("-- Ann Other in Cairo", "Ann Other"),  # signed below
        ("By ANN OTHER and SAM HILL, Example Press", "ANN OTHER and SAM HILL"),
        ("By Ann Other | Staff Writer", "Ann Other"),
        ("From Ann Other in Cairo", "Ann Other"),
        ("Written by: Ann Other", "Ann Other"),
        ("By Friday evening the army had taken the bridge.", None),  # a sentence
        ("- From Cairo to Tunis, a Journey", None),  # a list of links
        ("BY REACHING THE RIVER THE TWO COLUMNS HAVE CLOSED THE RING, THEY SAID.", None),  # a sentence in capitals
    ],
)
def test_byline(text: str, names: str | None) -> None:
    assert is_byline(text) == (names is not None)
    if names is not None:
        assert names_in_byline(text) == names


@pytest.mark.parametrize(
    ("text", "is_stamp"),
    [
        ("3 June 2014 07:30 GMT", True),
        ("Updated 5 hours ago", True),
        ("Sat Mar 5, 6:11 pm ET", True),
        ("Monday, 3 March 2014 | Ann Other | Cairo", True),
        ("-5.44%", False),  # a share price
        ("12.99", False),
        ("The army took the bridge on 3 June 2014", False),
        ("Friday", False),
    ],
)
def test_date_stamp(text: str, is_stamp: bool) -> None:
    assert is_date_stamp(text) == is_stamp


def test_a_labelled_date_may_be_followed_by_text() -> None:
    assert is_labelled_date("Date of publication 3 June 2014 Two soldiers left their posts")
    assert not is_labelled_date("Published by the ministry, the report lists 40 names.")


@pytest.mark.parametrize(
    ("paragraph", "dateline"),
    [
        ("LAGOS — A wave of attacks", "LAGOS"),
        ("TRIPOLI, Libya – Troops rolled", "TRIPOLI, Libya"),
        ("WASHINGTON, Feb 26 - The ministry", "WASHINGTON, Feb 26"),
        ("MANAMA, Jan 18- The emirate", "MANAMA, Jan 18"),
        ("PORT-AU-PRINCE, Haiti (AP) -- Police", "PORT-AU-PRINCE, Haiti (AP)"),
        ("Kobani, Syria (Example News) Fighters said", "Kobani, Syria (Example News)"),
        ("Damascus, SANA - The ministry", "Damascus, SANA"),
        ("(Nairobi, May 3, 2019) – Soldiers shot", "(Nairobi, May 3, 2019)"),
        ("MULTAN: Six men died" + " of thirst and heat" * 6, "MULTAN"),
        ("DERA GHAZI KHAN: Six men died" + " of thirst and heat" * 6, "DERA GHAZI KHAN"),
        ("PRESENTER: To Chad now" + ", where the heat goes on" * 5, None),  # who speaks
        ("UN: Six men died" + " of thirst and heat" * 6, None),  # too short for a town
        ("MULTAN: Six men died", None),  # a headline
        ("(He had said so) – and left", None),
        ("The army – which he led – fell", None),
        ("Syria's army - under fire - fell back", None),
        ("The general, who left on Friday, said", None),
    ],
)
def test_dateline(paragraph: str, dateline: str | None) -> None:
    assert dateline_in(paragraph) == dateline


def test_a_dateline_may_stand_alone() -> None:
    assert is_dateline("AMMAN, April 10, 2011 (Petra)")
    assert not is_dateline("Two soldiers left (one of them hurt) on April 10")


@pytest.mark.parametrize(
    ("stamp", "names"),
    [
        ("Monday, 3 March 2014 | Ann Other | Cairo", "Ann Other"),
        ("posted by sam on July 2, 2011 at 11:48 pm", "sam"),
        ("3 March 2014", None),
    ],
)
def test_names_in_a_stamp(stamp: str, names: str | None) -> None:
    assert names_in_stamp(stamp) == names
