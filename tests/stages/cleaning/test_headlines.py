"""Which block is the headline, and which are lists of other articles."""

import pytest

from stages.cleaning.article import verdicts_of
from stages.cleaning.blocks import blocks_in
from stages.cleaning.boilerplate import blocks_of
from tests.stages.small_pages import ARTICLE, HEADLINE, phrases

BODY = "\n".join(ARTICLE)
MENU = "Home\nNews\nSport\nOpinion\nContact us\n"


def headline(page: str, given: str | None = None) -> str | None:
    verdicts = verdicts_of(blocks_of(page, blocks_in(page), phrases()), given)
    return next((verdict.block.text for verdict in verdicts if verdict.kind == "headline"), None)


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        (f"{HEADLINE}\n", HEADLINE),
        (f"{MENU}{HEADLINE}\nBy Ann Other\n", HEADLINE),
        (f"{HEADLINE} | Africa | The Herald\n", HEADLINE),  # the site's name is cut off
        (f"{HEADLINE} - The Herald\n{MENU}{HEADLINE}\n", HEADLINE),  # the page's title comes back without it
        (f"The Example Herald\n{HEADLINE}\n3 March 2014\n", HEADLINE),  # the masthead is none
        (
            f"{HEADLINE}\nForty men of a garrison left their posts and drove to the border with six vehicles.\n",
            HEADLINE,
        ),
        ("Did forty soldiers desert in the north?\n3 March 2014\n", "Did forty soldiers desert in the north?"),
        ("", None),  # the first sentence is no headline
        (MENU, None),
    ],
)
def test_headline(above: str, expected: str | None) -> None:
    assert headline(above + BODY) == expected


def test_a_given_title_is_looked_for() -> None:
    page = f"Another heading about soldiers in the north\n{HEADLINE}\n{BODY}"
    assert headline(page, HEADLINE.upper()) == HEADLINE


def kept(page: str) -> list[str]:
    return [
        verdict.block.text for verdict in verdicts_of(blocks_of(page, blocks_in(page), phrases())) if verdict.is_kept
    ]


def test_a_subhead_stays() -> None:
    page = "\n".join([*ARTICLE[:2], "A month of losses", *ARTICLE[2:]])
    assert kept(page) == page.split("\n")


def test_a_run_of_short_lines_is_a_list() -> None:
    links = ["Mayor opens new bridge", "Harvest begins early this year", "Cup final moved to March"]
    assert kept("\n".join([*ARTICLE[:2], *links, *ARTICLE[2:]])) == list(ARTICLE)


def test_teasers_below_the_article_are_dropped() -> None:
    teasers = [
        "Mayor opens the new bridge over the river",
        "The bridge, which took nine years to build, was opened on Sunday by the mayor and his deputy.",
        "Harvest begins early in the south this year",
        "Farmers in the south have begun to bring in the harvest, two weeks before the usual time of year.",
    ]
    assert kept("\n".join([*ARTICLE, *teasers])) == list(ARTICLE)


def test_the_note_on_the_author_is_dropped_at_the_end_only() -> None:
    note = "Ann Other is a reporter who covers West Africa for the Herald from Bamako."
    assert kept("\n".join([*ARTICLE, note])) == list(ARTICLE)
    assert note in kept("\n".join([note, *ARTICLE]))


def test_what_readers_write_is_not_the_article() -> None:
    remarks = [
        f"I do not believe a word of what the {who} says, and you should not either." for who in ("army", "press")
    ]
    assert kept("\n".join([*ARTICLE, "2 comments", *remarks])) == list(ARTICLE)
