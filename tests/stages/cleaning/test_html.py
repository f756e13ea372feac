"""HTML pages: the visible text with its offsets, the head, and the article."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stages.cleaning.html import page_of
from stages.cleaning.html_body import clean_html
from stages.cleaning.html_metadata import metadata_of
from tests.stages.cleaning.test_pieces import assert_quotes
from tests.stages.small_pages import ARTICLE, HEADLINE, phrases

TAGS = """<p> </p> <br> <a> </a> &amp; &nbsp; &#8217; &bogus; <script> </script> <!-- --> <img_alt="a_>_b"> < > " ' =
word café <td> <title> </title>"""
MARKUP = st.sampled_from([" ", "\n", *(tag.replace("_", " ") for tag in TAGS.split())])
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>{HEADLINE} | The Example Herald</title>
<meta property="og:site_name" content="The Example Herald"><meta name="author" content="Ann Other">
<meta property="article:published_time" content="2014-03-03T08:00:00Z"></head><body>
<nav><p><a href="/">Home</a> | <a href="/s">Sport</a></p></nav>
<article><h1>{HEADLINE}</h1><p class="byline">By Ann Other</p>
{"".join(f"<p>{paragraph}</p>" for paragraph in ARTICLE)}</article>
<aside><h2>Most read</h2><ul><li><a href="/1">Rain expected</a></li></ul></aside>
<footer>&copy; 2014 The Example Herald</footer></body></html>"""


LINKED_DATA = """<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle",
"datePublished": "2014-03-03T22:00-05:00", "author": [{"name": "Ann Other"}, {"name": "Sam Hill"}]}]}</script>"""


def visible(source: str) -> list[str]:
    page = page_of(source)
    return [page.text.text[block.span.start_char : block.span.end_char] for block in page.blocks]


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("<p>One</p><p>Two</p>", ["One", "Two"]),
        ("<p>One&#xFFFE;&#x1F; two</p>", ["One two"]),  # a reference to no character is nothing
        ("<p>Tom &amp; Ann&#8217;s</p>", ["Tom & Ann’s"]),
        ("<p>a\n      <b>bold</b>\n   word </p>", ["a bold word"]),  # blanks run together
        ("<p>un<b>broken</b></p>", ["unbroken"]),
        ("one<br>two", ["one\ntwo"]),
        ("one<br><br/>two", ["one", "two"]),
        ("<script>var x = '<p>no</p>';</script>yes<style>p {}</style>", ["yes"]),
        ("<!-- <p>no</p> -->yes", ["yes"]),
        ('<img alt="a > b">yes', ["yes"]),  # the quoted bracket ends nothing
        ("3 < 4 and <p>5", ["3 < 4 and", "5"]),
        ('<a href="never closed>text', ["text"]),
        ("<p>yes</p><!-- never closed <p>no</p>", ["yes"]),
        ("<table><tr><td>a</td><td>b</td></tr></table>", ["a", "b"]),
        ("AT&T &bogus; &", ["AT&T &bogus; &"]),
    ],
)
def test_visible_text(source: str, blocks: list[str]) -> None:
    assert visible(source) == blocks


@given(st.lists(MARKUP | st.text(max_size=8), max_size=40).map("".join))
def test_visible_text_quotes_the_source(source: str) -> None:
    page = page_of(source)
    assert_quotes(page.text, source)
    assert all(page.text.text[block.span.start_char : block.span.end_char].strip() for block in page.blocks)


@given(st.lists(MARKUP, max_size=30).map("".join))
def test_clean_text_quotes_the_source(source: str) -> None:
    cleaned, _ = clean_html(source, phrases=phrases())
    assert_quotes(cleaned.text, source)


def test_an_article_is_found_in_its_page() -> None:
    cleaned, metadata = clean_html(PAGE, phrases=phrases())
    assert cleaned.text.text.split("\n\n") == [HEADLINE, *ARTICLE]
    assert cleaned.title == HEADLINE
    assert metadata.outlet == "The Example Herald"
    assert metadata.byline == "Ann Other"
    assert metadata.published_on == date(2014, 3, 3)


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ('<meta name="pubdate" content="20140303">', "published_on", date(2014, 3, 3)),
        ('<meta property="x:y" itemprop="datePublished z" content="2014-03-03">', "published_on", date(2014, 3, 3)),
        ('<meta name="date" content="03/04/2014">', "published_on", None),  # either month
        ('<time datetime="2014-03-03" pubdate>', "published_on", date(2014, 3, 3)),
        ('<time datetime="2014-03-03">', "published_on", None),  # of what?
        ('<meta name="author" content="https://example.com/ann">', "byline", None),  # an address is no name
        ('<meta name="author" content="By Ann Other">', "byline", "Ann Other"),
        ("<title>Two men | World | The Herald</title>", "outlet", "The Herald"),
        ("<title>Two men | World | The Herald</title>", "title", "Two men"),
        (
            LINKED_DATA,
            "byline",
            "Ann Other, Sam Hill",
        ),
        ('<script type="application/ld+json">{broken</script>', "title", None),
    ],
)
def test_metadata(head: str, field: str, value: object) -> None:
    assert getattr(metadata_of(page_of(f"<html><head>{head}</head><body>Text</body></html>")), field) == value


@pytest.mark.parametrize(
    ("tag", "attribute_count"),
    [
        ("<p>", 0),
        ("<p class='a b c' hidden id=x>", 3),  # words inside quotation marks are no attributes
        ("<p " + " ".join(f"a{number}" for number in range(1000)) + ">", 1000),
        ("<title " + " ".join(f"a{number}" for number in range(1000)) + ">x</title>", 1000),
    ],
)
def test_the_attributes_of_a_tag_are_counted(tag: str, attribute_count: int) -> None:
    assert page_of(f"<div>{tag}A colonel left.</div>").attribute_count == attribute_count


def test_a_tag_of_countless_attributes_costs_no_more_than_its_page() -> None:
    """libxml2 compares each attribute with every other, so that this page alone would take it half an hour."""
    crowd = " ".join(f"a{number}='x'" for number in range(300_000))
    cleaned, _ = clean_html(PAGE.replace("<article>", f"<article {crowd}>"), phrases=phrases())
    assert all(paragraph in cleaned.text.text for paragraph in ARTICLE)
