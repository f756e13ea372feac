"""Articles that attack their readers, through the whole of attest and into a browser: nothing of theirs runs."""

import os
import subprocess
import sys
from html import escape
from pathlib import Path

import pytest

from tests.browser.chromium import Chromium
from tests.browser.opening import quiet
from tests.warehouse.report_words import HOSTILE

OPENED = "document.querySelectorAll('details').forEach(each => { each.open = true; })"
PLANTED = "document.querySelectorAll('main img, main script, main iframe, svg[onload]').length"
LED_ASTRAY = "[...document.links].filter(a => !['file:', 'http:', 'https:'].includes(a.protocol)).length"
TURNED = "/[\\u202a-\\u202e\\u2066-\\u2069]/.test(document.documentElement.outerHTML)"


def write_articles(folder: Path) -> None:
    """Each attack as plain text and as a page, in the headline, the byline, the names and the sentences."""
    for number, attack in enumerate(HOSTILE):
        (folder / f"{number}.txt").write_text(
            f"Colonel {attack} leaves\n\nBy {attack}\n\nBEIRUT, 12 March 2012 - Colonel Omar {attack} Hadid and 14 "
            f"soldiers defected from the 5th Division in Homs on Monday, the {attack} council said.\n\n"
            f"{attack} arrested twelve people in Idlib on Sunday, residents said. {attack}\n",
            "utf-8",
        )
        (folder / f"{number}.html").write_text(
            f"<html><head><title>{attack}</title><meta name=author content='{escape(attack)}'></head><body><article>"
            f"<h1>Brigadier {escape(attack)} joins the rebels</h1><p onclick=alert(1)>DAMASCUS, 3 April 2012 - "
            f"Brigadier Ali {escape(attack)} Nasser and 30 soldiers deserted near Hama on Tuesday, "
            f"<a href='javascript:alert(1)'>a resident</a> said.</p>{attack}<p>At least {number + 3} protesters were "
            f"killed in {escape(attack)} on Monday.</p></article></body></html>",
            "utf-8",
        )
    (folder / "=1+1 <b>&.txt").write_text("short", "utf-8")


@pytest.mark.slow
def test_hostile_articles_run_nothing_on_any_page(browser: Chromium, tmp_path: Path) -> None:
    articles, warehouse = tmp_path / "articles", tmp_path / "warehouse"
    articles.mkdir()
    write_articles(articles)
    command = [sys.executable, "-m", "pipelines", "run", str(articles), "--warehouse", str(warehouse)]
    done = subprocess.run(command, env={**os.environ, "HOME": str(tmp_path)}, capture_output=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr
    pages = sorted((warehouse / "report").rglob("*.html"))
    assert len(pages) > 20
    browser.look()
    for page in pages:
        quiet(browser, page)
        browser.evaluate(OPENED)
        found = [browser.evaluate(each) for each in ("document.title === 'ran'", PLANTED, LED_ASTRAY, TURNED)]
        assert (page.name, found) == (page.name, [False, 0, 0, False])
