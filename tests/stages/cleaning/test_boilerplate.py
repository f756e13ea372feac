"""What a block is by itself."""

import pytest

from stages.cleaning.blocks import Span
from stages.cleaning.boilerplate import block_of
from stages.cleaning.cuts import Cut, cuts_in
from tests.stages.small_pages import phrases


@pytest.mark.parametrize(
    ("text", "role", "reason"),
    [
        ("Forty soldiers left their posts in the north on Monday, two officers said.", "prose", None),
        ("They have left.", "sentence", None),
        ("The minister said:", "sentence", None),  # the words that follow are the next block
        ("Soldiers leave garrison", "heading", None),
        ("Background", "fragment", None),
        ("By Ann Other", "byline", "byline"),
        ("3 March 2014", "date", "date"),
        ("Most read", "furniture", "most_read"),
        ("• 14 Comments", "furniture", "comment_box"),  # bullets and numbers do not matter
        ("SIGN UP FOR OUR NEWSLETTER", "furniture", "subscription"),  # nor do capitals
        ("We use cookies to improve your visit to our pages.", "furniture", "cookie_banner"),
        ("$(function(){ window.track({id: 4}); });", "furniture", "script"),
        ("https://www.example.com/story", "furniture", "link"),
        ("1897009 785305", "furniture", "figures"),
        ("(Reporting by Ann Other; Editing by Sam Hill)", "furniture", "editorial_note"),
        ("Ann Other and Sam Hill contributed reporting.", "furniture", "author_note"),
        ("Some rights reserved and all rights reserved.", "furniture", "footer"),
        ("More Africa", "furniture", "related_links"),
        ("mk/ro/jj", "furniture", "editorial_note"),  # initials of a desk
        ("Soldiers on a truck (Sam Hill/AFP)", "furniture", "photo_credit"),
        ("Comments by the minister have angered the families of the men, who wait for news.", "prose", None),
        ("The shelling contributed to the flight of thousands, aid workers said on Friday.", "prose", None),
        ('"You can sign up with us here," the rebel said to the boys at the checkpoint.', "prose", None),  # speech
    ],
)
def test_role(text: str, role: str, reason: str | None) -> None:
    block = block_of(text, Cut(Span(0, len(text))), phrases())
    assert (block.role, block.reason) == (role, reason)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Soldiers leave garrison | Africa | The Example Herald",
            ["Soldiers leave garrison", "| Africa | The Example Herald"],
        ),
        ("Two men were seen. Credit: Example", ["Two men were seen.", "Credit: Example"]),
        ("The wells are dry, traders said. For a full report see page 4", None),
        (
            "Date of publication 3 June 2014 Two soldiers left their posts in the north.",
            ["Date of publication 3 June 2014", "Two soldiers left their posts in the north."],
        ),
        ("Two soldiers left their posts in the north.", ["Two soldiers left their posts in the north."]),
        (
            "Photo 1 of 2: The siege of Harrow A boy waits. Photo 2 of 2: The siege of Harrow Men dig.",
            [
                "Photo 1 of 2: The siege of Harrow",
                "A boy waits.",
                "Photo 2 of 2: The siege of Harrow",
                "Men dig.",
            ],
        ),  # the title of a gallery is no part of a caption
        (
            "The mill burnt. 4 show all 1/4 Rooks roost AP 2/4 A mare drinks AP 3/4 Snow AP 4/4 A mill It rained.",
            [
                "The mill burnt. 4 show all",
                "1/4 Rooks roost AP 2/4 A mare drinks AP 3/4 Snow AP 4/4",
                "A mill It rained.",
            ],
        ),  # pictures numbered to the last
        (
            "On 9/11 and 7/7 he wept, 1/4 of the men fled, 2/4 died.",
            ["On 9/11 and 7/7 he wept, 1/4 of the men fled, 2/4 died."],
        ),
        ("By Ann Other | 3 March 2014", ["By Ann Other | 3 March 2014"]),  # a stamp, not a headline with its site
    ],
)
def test_small_print_is_cut_from_the_line(text: str, parts: list[str] | None) -> None:
    cuts = [text[cut.span.start_char : cut.span.end_char] for cut in cuts_in(text, Span(0, len(text)), phrases())]
    assert cuts == (parts or [text[: text.index(" For a")], text[text.index("For a") :]])
