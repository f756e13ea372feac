"""Who published a page, and when."""

from datetime import date

import pytest

from stages.cleaning.outlets import host_of, outlet_of
from stages.cleaning.page import clean_text
from stages.cleaning.published import day_in_address, published_of
from tests.stages.small_pages import ARTICLE, HEADLINE, PAGE, outlets, phrases

BODY = "\n".join(ARTICLE)


def outlet(page: str, uri: str = "page.txt", given: str | None = None) -> str | None:
    verdicts = clean_text(page, phrases=phrases()).verdicts
    return outlet_of(verdicts, uri=uri, given=given, outlets=outlets())


@pytest.mark.parametrize(
    ("page", "uri", "given", "expected"),
    [
        (BODY, "page.txt", None, None),  # nothing says
        (BODY, "page.txt", "guardian.co.uk", "The Guardian"),  # given, by its address
        (BODY, "page.txt", "The Example Herald", "The Example Herald"),  # given, and not known
        (BODY, "https://www.news24.com/a/b", None, "News24"),
        (BODY, "https://edition.cnn.com/2014/03/03/x.html", None, "CNN"),  # a host below a known domain
        (BODY, "https://www.example.com/a", None, "example.com"),  # an address is better than nothing
        (f"{HEADLINE} | Africa | BBC News\n{BODY}", "page.txt", None, "BBC News"),
        (f"{HEADLINE} | The Example Review\n{BODY}", "page.txt", None, "The Example Review"),
        (f"THE EXAMPLE HERALD\n{HEADLINE}\n{BODY}", "page.txt", None, "The Example Herald"),  # a masthead
        (f"{HEADLINE}\n{BODY}\n© 2014 Sudan Tribune", "page.txt", None, "Sudan Tribune"),
        (f"{HEADLINE}\n{BODY}\nAdditional reporting by Reuters", "page.txt", None, None),  # an agency is credited
        (PAGE, "page.txt", None, "The Example Herald"),
    ],
)
def test_outlet(page: str, uri: str, given: str | None, expected: str | None) -> None:
    assert outlet(page, uri, given) == expected


@pytest.mark.parametrize(
    ("uri", "host"),
    [("https://www.example.com/a", "example.com"), ("articles/a.txt", None), ("http://[broken", None)],
)
def test_host(uri: str, host: str | None) -> None:
    assert host_of(uri) == host


def published(page: str, uri: str = "page.txt", country_code: str | None = None) -> tuple[date, str] | None:
    verdicts = clean_text(page, phrases=phrases()).verdicts
    made = published_of(verdicts, uri=uri, metadata=(), country_code=country_code)
    return (made.day, made.origin) if made else None


@pytest.mark.parametrize(
    ("stamp", "uri", "country_code", "expected"),
    [
        ("3 March 2014 08:00 GMT", "page.txt", None, (date(2014, 3, 3), "text")),
        ("By Ann Other, 3 March 2014", "page.txt", None, (date(2014, 3, 3), "text")),
        ("Covering 24 February 2014 – 3 March 2014", "page.txt", None, (date(2014, 3, 3), "text")),  # a weekly report
        ("Vol. 7 - Tuesday 4 March 2014", "page.txt", None, (date(2014, 3, 4), "text")),  # the line of the issue
        ("Monday, 8:00 am", "page.txt", None, None),  # a weekday is no date
        ("Mar 3, 8:00 am", "page.txt", None, None),  # no year
        ("08:00 03/04/2014", "page.txt", None, None),  # two days it may be
        ("08:00 03/04/2014", "page.txt", "GB", (date(2014, 4, 3), "text")),
        ("08:00 03/04/2014", "page.txt", "US", (date(2014, 3, 4), "text")),
        ("08:00 03/04/2014", "https://example.com/2014/03/04/a", None, (date(2014, 3, 4), "text")),
        ("", "https://example.com/2014/03/04/a", None, (date(2014, 3, 4), "uri")),
        ("", "https://example.com/a-20140304.html", None, (date(2014, 3, 4), "uri")),
        ("XYZ_ENG_20140304.0195", "page.txt", None, (date(2014, 3, 4), "uri")),  # the number of an archive
        ("", "https://example.com/20149904/a", None, None),
    ],
)
def test_published(stamp: str, uri: str, country_code: str | None, expected: tuple[date, str] | None) -> None:
    body = BODY.replace("BAMAKO, March 3 - ", "")
    page = f"{stamp}\n{HEADLINE}\n{body}" if stamp.startswith("XYZ") else f"{HEADLINE}\n{stamp}\n{body}"
    assert published(page, uri, country_code) == expected


def test_a_dateline_settles_which_figure_is_the_month() -> None:
    assert published(f"{HEADLINE}\n08:00 03/03/2014\n{BODY}") == (date(2014, 3, 3), "text")
    other = BODY.replace("March 3", "April 3")
    assert published(f"{HEADLINE}\n08:00 03/04/2014\n{other}") == (date(2014, 4, 3), "text")


def test_a_headline_may_open_with_a_dateline() -> None:
    body = BODY.replace("BAMAKO, March 3 - ", "")
    assert published(f"LIMA, March 4, 2014 - {HEADLINE}\n{body}") == (date(2014, 3, 4), "text")


def test_what_is_stated_outweighs_what_is_printed() -> None:
    verdicts = clean_text(PAGE, phrases=phrases()).verdicts
    made = published_of(verdicts, uri="page.txt", metadata=(None, date(2014, 3, 2)), country_code=None)
    assert made is not None
    assert (made.day, made.origin) == (date(2014, 3, 2), "metadata")


def test_a_day_in_an_address() -> None:
    assert day_in_address("/archive/2014-mar-4/a.html") == date(2014, 3, 4)
    assert day_in_address("/archive/1234567890") is None
