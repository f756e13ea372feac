"""The report in a real browser: it runs only its own scripts, asks nothing of a network, and its controls work."""

from pathlib import Path
from threading import Thread

import pytest

from tests.browser.chromium import Chromium
from tests.browser.opening import FOUND, ROWS, quiet
from tests.warehouse.report_words import key_of
from warehouse.report import server_of

SCROLLED = (
    "[...document.querySelectorAll('figure, .maps, .scroll')]"
    ".filter(each => each.scrollWidth > each.clientWidth + 1).map(each => each.textContent.trim().slice(0, 40))"
)
PAGES = (
    "index", "events", "claims", "documents", "entities", "defections", "rejects", "received", "work", "scores",
    "quality",
)  # fmt: skip


def first(folder: Path) -> Path:
    """The first page of a folder of pages."""
    return min(folder.iterdir())


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("theme", "width"), [("light", 1280), ("dark", 390)])
def test_page_renders_quietly_and_fits_its_width(
    browser: Chromium, plain: Path, name: str, theme: str, width: int
) -> None:
    browser.look(width=width, theme=theme)
    quiet(browser, plain / f"{name}.html")
    assert browser.evaluate("document.querySelector('h1').textContent")
    assert browser.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert browser.evaluate(SCROLLED) == []  # no chart and no table is pushed sideways on a phone
    dark = browser.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 23, 27)"
    assert dark == (theme == "dark")


@pytest.mark.parametrize("name", [*(f"{name}.html" for name in PAGES), "documents", "events", "entities"])
def test_hostile_words_run_nothing(browser: Chromium, hostile: Path, name: str) -> None:
    browser.look()
    pages = [hostile / name] if name.endswith(".html") else sorted((hostile / name).iterdir())
    for page in pages:
        quiet(browser, page)
        assert browser.evaluate("document.title") != "ran"
        assert browser.evaluate("document.querySelectorAll('main img, main script, svg[onload], iframe').length") == 0
        bad = "[...document.links].filter(a => !['file:', 'http:', 'https:'].includes(a.protocol)).length"
        assert browser.evaluate(bad) == 0
        assert browser.evaluate("/[\\u202a-\\u202e\\u2066-\\u2069]/.test(document.documentElement.outerHTML)") is False


def test_policy_stops_what_escaping_would_have_missed(browser: Chromium, plain: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    text = (plain / "index.html").read_text("utf-8")
    page.write_text(text.replace("<h1>", "<script>document.title = 'ran'</script><img src=x onerror=alert(1)><h1>"))
    seen = browser.open(page)
    assert browser.evaluate("document.title") != "ran"
    assert seen.dialogs == []
    assert any("Content Security Policy" in error for error in seen.errors)


def test_table_of_a_page_sorts_by_its_headings(browser: Chromium, plain: Path) -> None:
    quiet(browser, plain / "index.html")
    column = (
        "[...document.querySelectorAll('section[aria-labelledby=refused] tbody tr')].map(r => r.cells[1].textContent)"
    )
    press = "document.querySelectorAll('section[aria-labelledby=refused] th button')[1].click()"
    before = browser.evaluate(column)
    browser.evaluate(press)
    assert browser.evaluate(column) == sorted(before)
    browser.evaluate(press)
    assert browser.evaluate(column) == sorted(before, reverse=True)


def test_link_to_a_claim_shows_its_sentence(browser: Chromium, plain: Path) -> None:
    claim, document = key_of("claim", 7)[:32], key_of("document", 7)[:16]
    quiet(browser, plain / "documents" / f"{document}.html", f"#c-{claim}")
    chosen = browser.evaluate("[...document.querySelectorAll('.raw .chosen')].map(e => e.textContent).join('')")
    assert chosen == "A colonel and four soldiers left the army at Deir Qanun on Monday, the river council said."
    assert browser.evaluate("document.querySelector('.claim.chosen').id") == f"c-{claim}"


def test_claim_leads_to_its_event_and_back(browser: Chromium, plain: Path) -> None:
    quiet(browser, plain / "claims.html", "#sort=date")
    browser.until(f"{ROWS} === 100")
    event = browser.evaluate("document.querySelector('table.listing a[href^=events]').getAttribute('href')")
    quiet(browser, plain / event)
    assert browser.evaluate("document.querySelectorAll('tr[id^=c-]').length") == 3


def test_search_box_leads_to_the_documents_with_the_words(browser: Chromium, plain: Path) -> None:
    quiet(browser, first(plain / "events"))
    browser.evaluate(
        "(() => { const f = document.querySelector('form.seek'); f.elements.text.value = 'river <b>';"
        " f.requestSubmit(); })()"
    )
    browser.until(f"location.pathname.endsWith('/documents.html') && {FOUND} === '300 of 300'")
    assert browser.evaluate("document.querySelector('.also a').hash") == "#q=river+%3Cb%3E"


def test_statement_is_copied(browser: Chromium, plain: Path) -> None:
    quiet(browser, plain / "index.html")
    browser.evaluate("document.querySelector('details.sql').open = true, document.querySelector('button.copy').click()")
    assert browser.until("document.querySelector('button.copy').textContent === 'Copied'")


def test_report_is_the_same_over_loopback(browser: Chromium, plain: Path) -> None:
    with server_of(plain) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        here = f"http://127.0.0.1:{server.server_port}/"
        seen = browser.visit(f"{here}claims.html#type=talks")
        found = browser.until(f"{FOUND} === '33 of 300' && {FOUND}")
        server.shutdown()
        thread.join()
    assert found == "33 of 300"
    assert seen.errors == []
    assert [url for url in seen.requests if not url.startswith((here, "data:image/svg", "about:blank"))] == []


def test_theme_is_chosen_and_kept(browser: Chromium, plain: Path) -> None:
    browser.look(theme="light")
    quiet(browser, plain / "index.html")
    browser.evaluate("document.querySelector('button.theme').click()")
    quiet(browser, plain / "quality.html")
    assert browser.evaluate("document.documentElement.dataset.theme") == "dark"
    browser.evaluate("localStorage.clear()")


def test_every_control_has_a_name_and_the_keyboard_reaches_the_content(browser: Chromium, plain: Path) -> None:
    for name in PAGES:
        quiet(browser, plain / f"{name}.html")
        unnamed = (
            "[...document.querySelectorAll('input, select, button, a')].filter(e => !(e.hidden || e.labels?.length ||"
            " e.getAttribute('aria-label') || e.textContent.trim())).map(e => e.outerHTML.slice(0, 120))"
        )
        assert browser.evaluate(unnamed) == []
        assert browser.evaluate("document.querySelectorAll('h1').length") == 1
        assert browser.evaluate("document.querySelector('a.skip').getAttribute('href')") == "#content"


def test_print_leaves_the_controls_out(browser: Chromium, plain: Path) -> None:
    browser.look(media="print")
    quiet(browser, plain / "claims.html")
    assert browser.evaluate("getComputedStyle(document.querySelector('form.filters')).display") == "none"
    browser.look()


@pytest.mark.parametrize("name", [*PAGES, "documents", "events", "entities"])
def test_print_fits_a_sheet(browser: Chromium, small: Path, name: str) -> None:
    browser.look(width=718, media="print")  # A4 between its margins
    quiet(browser, small / f"{name}.html" if name in PAGES else first(small / name))
    assert browser.evaluate("document.documentElement.scrollWidth <= innerWidth")
    browser.look()


def test_count_of_a_form_chooses_its_mentions(browser: Chromium, plain: Path) -> None:
    quiet(browser, plain / "entities" / f"{key_of('entity', 'council')[:16]}.html")
    shown = "[...document.querySelectorAll('#mentions ~ .scroll tbody tr')].filter(row => !row.hidden).length"
    assert browser.evaluate(shown) == 300
    browser.evaluate("document.querySelector('a[data-column]').dataset.value = 'nobody'")
    browser.evaluate("document.querySelector('a[data-column]').click()")
    assert browser.evaluate(shown) == 0
    assert (
        browser.evaluate("document.querySelector('.picked').firstChild.textContent") == "As written: nobody, 0 of 300 "
    )
    browser.evaluate("document.querySelector('.picked button').click()")
    assert browser.evaluate(shown) == 300
