"""Listings in a real browser: filters, deep links, order, the statement beside the rows, and what is saved."""

import re
from pathlib import Path

import duckdb
import pytest

from tests.browser.chromium import Chromium
from tests.browser.opening import FOUND, ROWS, quiet
from warehouse.site.rows import READ_ONLY


@pytest.mark.parametrize(
    ("page", "fragment", "found"),
    [
        ("claims", "#type=defection", "36 of 300"),  # three claims an event, one event in nine a defection
        ("claims", "#type=defection&status=denied", "9 of 300"),
        ("claims", "#ranks=colonel", "36 of 300"),
        ("claims", "#q=river+COUNCIL", "300 of 300"),
        ("claims", "#q=nowhere", "0 of 300"),
        ("events", "#from=2012-01-03&to=2012-01-04", "2 of 100"),
        ("events", "#from=2012-01-03&to=2012-01-04&within=0", "2 of 100"),
        ("events", "#counts=disputed&type=talks", "11 of 100"),
        ("documents", "#outlet=Outlet+1", "75 of 300"),
        ("documents", "#text=cólonel+river+coun", "300 of 300"),  # folded, and the last word unfinished
        ("documents", "#text=zebra", "0 of 300"),
        ("rejects", "#stage=raw+documents&reason=too+short", "1 of 4"),
        ("rejects", "#run=run-2", "1 of 4"),
        ("rejects", "#run=run-0", "3 of 4"),  # nothing could be read of them, but their batch is known
        ("events", "#type=defection&dated=yes&told=said+to+have+happened", "12 of 100"),
        ("events", "#unit=the+army&sort=date", "100 of 100"),
        ("events", "#reported-from=2012-01-04&reported-to=2012-01-06", "1 of 100"),
        ("entities", "#kind=place", "3 of 4"),
    ],
)
def test_link_with_filters_shows_the_rows_it_names(
    browser: Chromium, plain: Path, page: str, fragment: str, found: str
) -> None:
    browser.look()
    quiet(browser, plain / f"{page}.html", fragment)
    assert browser.until(f"{FOUND} === {found!r} && {FOUND}") == found
    statement = browser.evaluate("document.querySelector('details.sql code').textContent")
    with duckdb.connect(str(plain.parent / "attest.duckdb"), read_only=True, config=READ_ONLY) as connection:
        rows = connection.execute(statement).fetchall()
    assert len(rows) == int(found.split(maxsplit=1)[0])  # the statement beside the rows gives the same rows


NUMBERED = (
    "[...document.links].filter(a => /[a-z]+\\.html#.*=/.test(a.href))"
    ".map(a => [a.href.split('/').pop(), a.getAttribute('aria-label') || a.textContent.trim()])"
)


@pytest.mark.parametrize("name", ["index", "defections", "quality"])
def test_number_that_leads_to_rows_is_how_many_they_are(browser: Chromium, small: Path, name: str) -> None:
    quiet(browser, small / f"{name}.html")
    counted = {
        href: int(number[1].replace(",", ""))
        for href, words in browser.evaluate(NUMBERED)
        if (number := re.search(r": ([\d,]+) ", words) or re.match(r"(?:All )?([\d,]+)", words))
    }
    assert counted
    for href, number in counted.items():
        page, _, chosen = href.partition("#")
        quiet(browser, small / page, f"#{chosen}")
        found = browser.until(f"/ of |in all/.test({FOUND}) && {FOUND}")
        assert (href, found.split()[0]) == (href, f"{number:,}")


def test_filter_changes_rows_and_address_and_can_be_cleared(browser: Chromium, plain: Path) -> None:
    quiet(browser, plain / "claims.html")
    assert browser.until(f"{ROWS} === 100")
    browser.evaluate(
        "(() => { const f = document.querySelector('form.filters').elements.type; f.value = 'talks';"
        " f.dispatchEvent(new Event('input', {bubbles: true})); })()"
    )
    browser.until(f"{FOUND} === '33 of 300'")
    assert browser.evaluate("location.hash") == "#type=talks"
    browser.evaluate("document.querySelector('form.filters button[type=reset]').click()")
    browser.until(f"{FOUND} === '300 in all'")


def test_rows_beyond_the_first_page_are_reached(browser: Chromium, plain: Path) -> None:
    quiet(browser, plain / "claims.html", "#page=3")
    assert browser.until("document.querySelector('.pages span').textContent === 'page 3 of 3'")
    assert browser.evaluate("document.querySelector('.pages .on').disabled")


@pytest.mark.parametrize(("sort", "up"), [("outlets", False), ("date", True), ("-date", False)])
def test_listing_sorts(browser: Chromium, plain: Path, sort: str, up: bool) -> None:
    quiet(browser, plain / "events.html", f"#sort={sort}")
    days = browser.until(
        "document.querySelector('.found').textContent && "
        "[...document.querySelectorAll('table.listing tbody tr')].map(row => row.cells[0].textContent)"
    )
    if sort.endswith("date"):
        assert days == sorted(days, reverse=not up)
    heads = browser.evaluate("document.querySelectorAll('th[aria-sort]').length")
    assert heads == 1


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+49", "'+49"),
        ("-2", "'-2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1", "'  =1"),  # some programs trim before they look
        ("\t=1", "'\t=1"),
        ("five = 5", "five = 5"),
    ],
)
def test_saved_cell_cannot_start_a_formula(browser: Chromium, plain: Path, text: str, cell: str) -> None:
    quiet(browser, plain / "claims.html")
    assert browser.evaluate(f"attest.csvCell({text!r})") == cell


@pytest.mark.parametrize("folder", ["documents", "events", "entities"])
def test_statement_of_a_page_gives_its_row(browser: Chromium, plain: Path, folder: str) -> None:
    quiet(browser, min((plain / folder).iterdir()))
    browser.evaluate("document.querySelector('details.sql').open = true")
    code = "document.querySelector('details.sql code').textContent"
    statement = browser.until(f"!{code}.startsWith('--') && {code}")
    with duckdb.connect(str(plain.parent / "attest.duckdb"), read_only=True, config=READ_ONLY) as connection:
        rows = connection.execute(statement).fetchall()
    assert len(rows) == 1
