"""Listings in a real browser: filters, deep links, order, the statement beside the rows, and what is saved."""

import re
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from urllib.parse import parse_qs

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
        ("claims", "#run=run-0&placed=yes", "100 of 300"),
        ("claims", "#batch=b1&unsaid=which+place", "0 of 300"),
        ("documents", "#batch=b1&dated=yes", "100 of 300"),
        ("received", "#outcome=refused&reason=empty", "1 of 301"),
        ("received", "#run=run-2&read=yes", "100 of 301"),
        ("rejects", "#batch=b2", "1 of 4"),
        ("work", "#run=run-1&stage=claims", "1 of 9"),
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


NUMBERED = (  # in charts too, whose links are no document.links
    "[...document.querySelectorAll('main a')].map(a => [a.getAttribute('href'),"
    " a.getAttribute('aria-label') || a.textContent.trim()])"
    ".filter(([href]) => /^(?!quality)[a-z]+\\.html(#.*=.*)?$/.test(href))"
)
COUNT = re.compile(r"(?:All )?([\d,]+)(?![\d,]*[.%])")  # no share and no mean
SUMMED = (
    "(() => { const at = [...document.querySelectorAll('table.listing th')].findIndex(th => th.dataset.name === %r);"
    " return [...document.querySelectorAll('table.listing tbody tr')]"
    ".reduce((sum, row) => sum + Number(row.cells[at].textContent), 0); })()"
)


def found_at(browser: Chromium, folder: Path, hrefs: Iterable[str]) -> dict[str, int]:
    """How many rows each link leads to; where it sorts them by a number, what that column sums to."""
    counts = {}
    for page, group in groupby(sorted(hrefs), key=lambda href: href.partition("#")[0]):
        quiet(browser, folder / page)
        browser.until(f"/in all$/.test({FOUND})")
        for href in group:
            chosen = href.partition("#")[2]
            browser.evaluate(f"new Promise(done => {{ location.hash = {chosen!r}; setTimeout(done, 20); }})")
            found = browser.until(f"/( of [\\d,]+|in all)$/.test({FOUND}) && {FOUND}")
            counts[href] = int(found.split()[0].replace(",", ""))
            if (sort := parse_qs(chosen).get("sort")) and sort[0].startswith("-"):
                counts[href] = int(browser.evaluate(SUMMED % sort[0].removeprefix("-")))
    return counts


@pytest.mark.parametrize(
    "name", ["index", "defections", *(pytest.param(each, marks=pytest.mark.slow) for each in ("quality", "work"))]
)
def test_number_that_leads_to_rows_is_how_many_they_are(browser: Chromium, judged: Path, name: str) -> None:
    quiet(browser, judged / f"{name}.html")
    browser.until(f"{(name != 'work' and 'true') or FOUND}")
    counted = {
        href: int(number[1].replace(",", ""))
        for href, words in browser.evaluate(NUMBERED)
        if (number := re.search(r": ([\d,]+) ", words) or COUNT.match(words))
        and ("sort=" not in href or name == "work")  # a mean: looked at below
    }
    assert counted
    assert found_at(browser, judged, counted) == counted


JUDGED = (
    "['#bounds', '#drift'].map(name => document.querySelector(`${name} ~ .scroll`))"
    ".flatMap(each => [...each.querySelectorAll('tbody tr')]).map(row => [row.cells[0].textContent.trim(),"
    " ...['Now', 'Latest', 'Of rows'].map(name => row.querySelector(`[data-label=\"${name}\"]`)).filter(Boolean)"
    ".map(cell => [cell.querySelector('a')?.href.split('/').pop() ?? '', cell.textContent.trim()])])"
)
SHARES = ("kept_share", "Share of characters kept")  # means of shares that the listing rounds to whole per cents


def test_share_and_mean_are_those_of_the_rows_they_lead_to(browser: Chromium, judged: Path) -> None:
    quiet(browser, judged / "quality.html")
    figures = browser.evaluate(JUDGED)
    found = found_at(browser, judged, {href for _, *cells in figures for href, _ in cells if href})
    assert [name for name, (href, _), _ in figures if not href] == []
    shares = set()
    for name, (counted, value), (over, count) in figures:
        if not over:
            assert (name, found[counted]) == (name, int(value))
            continue
        assert (name, found[over]) == (name, int(count.replace(",", "")))
        if name not in SHARES:
            share = found[counted] / found[over] * (100 if value.endswith("%") else 1)
            assert (name, share) == (name, pytest.approx(float(value.rstrip("%")), abs=0.06))
            shares.add(round(share, 1))
    assert len(shares) > 10  # the figures differ, so that a link to the rows of another would show


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
