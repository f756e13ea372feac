"""Every number of every page: it leads to its rows, or the SQL beside it gives it when it is run."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.browser.chromium import Chromium
from tests.browser.opening import FOUND, quiet
from warehouse.site.rows import READ_ONLY
from warehouse.site.words import measure_of, seconds_of, share_of

NUMBERS = Path(__file__).with_name("numbers.js").read_text("utf-8")
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?%?")
OPENED = "document.querySelectorAll('details').forEach(each => { each.open = true; })"
READY = "![...document.querySelectorAll('details[data-query] code')].some(code => code.textContent.startsWith('--'))"
LISTINGS = ("events", "claims", "documents", "entities", "rejects", "received", "work", "scores")
PAGES = ("index", "defections", "quality", *LISTINGS)
FOLDERS = ("documents", "events", "entities")
KEY = re.compile(r"[0-9a-f-]{7,}")
ALIKE = 3  # links of a kind that are followed from a page
TOLD = 200  # characters of a text whose digits count as given; no page shows those of an article
COUNTED = """
(() => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return null;
  const heads = [...document.querySelectorAll("main h2")];
  const next = heads.find((head) => target.compareDocumentPosition(head) & Node.DOCUMENT_POSITION_FOLLOWING);
  const inside = (each) => target.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING
    && !(next && next.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING);
  const counts = ["tbody tr", "article", ".verdict.warning", ".verdict.critical", "figure svg a"]
    .map((wanted) => [...document.querySelectorAll(`main ${wanted}`)].filter(inside).length.toLocaleString("en"));
  return [...counts, ...(target.parentElement.textContent.match(/[\\d,.]+/g) ?? [])];
})()
"""


class Answers:
    """What statements give when they are run over one warehouse, in every form in which a page may show it."""

    def __init__(self, database: Path) -> None:
        self.database = database
        self._known: dict[str, list[set[str]]] = {}

    def rows(self, statement: str) -> list[set[str]]:
        """For each row of the answer, the numbers it gives."""
        if statement not in self._known:
            with duckdb.connect(str(self.database), read_only=True, config=READ_ONLY) as connection:
                rows = connection.execute(statement).fetchall()
            self._known[statement] = [set(numbers_of(row)) for row in rows]
        return self._known[statement]

    def gives(self, statements: Iterable[str], numbers: set[str], *, is_row: bool) -> bool:
        """Whether one of the statements gives the numbers: in one row, or anywhere, or as the count of its rows."""
        for statement in statements:
            rows = self.rows(statement)
            if any(numbers <= row for row in rows):
                return True
            if not is_row and numbers <= {f"{len(rows):,}"}.union(*rows):
                return True
        return False


def numbers_of(value: object) -> Iterator[str]:
    """The numbers in a value as pages show them; a list gives its length too."""
    if isinstance(value, dict):
        yield from numbers_of(list(value.values()))
    elif isinstance(value, list | tuple):
        yield f"{len(value):,}"
        for each in value:
            yield from numbers_of(each)
    elif isinstance(value, str):
        yield from NUMBER.findall(value) if len(value) <= TOLD else ()
    elif isinstance(value, int | float) and not isinstance(value, bool):
        number = float(value)
        forms = (f"{value:,}", measure_of(number), f"{100 * number:.1f}%", f"{number:.3f}", f"{number:.4f}",
                 share_of(number, 1), seconds_of(number))  # fmt: skip
        for form in forms:
            yield from NUMBER.findall(form)


def pages_of(folder: Path) -> list[Path]:
    """Every page that stands alone, and the first and the longest of each kind that there are many of."""
    several = [sorted((folder / name).iterdir(), key=lambda page: page.stat().st_size) for name in FOLDERS]
    return [*(folder / f"{name}.html" for name in PAGES), *(page for each in several for page in (each[0], each[-1]))]


def numbers_in(browser: Chromium, page: Path) -> list[dict[str, Any]]:
    """The numbers of a page, all of it unfolded."""
    quiet(browser, page)
    browser.evaluate(OPENED)
    browser.until(READY)
    if page.stem in LISTINGS:
        browser.until(f"/ of |in all/.test({FOUND})")
    found: list[dict[str, Any]] = browser.evaluate(NUMBERS)
    return found


@pytest.mark.parametrize("corpus", ["judged", pytest.param("hostile", marks=pytest.mark.slow)])
def test_number_without_a_link_is_given_by_the_statement_beside_it(
    browser: Chromium, request: pytest.FixtureRequest, corpus: str
) -> None:
    browser.look()
    folder: Path = request.getfixturevalue(corpus)
    answers = Answers(folder.parent / "attest.duckdb")
    bare, checked = [], 0
    for page in pages_of(folder):
        rows: dict[int, list[dict[str, Any]]] = defaultdict(list)
        for number, found in enumerate(each for each in numbers_in(browser, page) if not each["link"]):
            rows[found["row"] if found["row"] >= 0 else -1 - number].append(found)
        for row, founds in rows.items():
            wanted = {number for found in founds for number in found["numbers"] if number not in found["held"]}
            checked += len(wanted)
            if not answers.gives(founds[0]["statements"], wanted, is_row=row >= 0):
                bare.append((page.relative_to(folder).as_posix(), [found["text"] for found in founds]))
    assert bare == []
    assert checked > 100


@pytest.mark.slow
def test_number_that_leads_to_a_place_is_told_there(browser: Chromium, judged: Path) -> None:
    answers = Answers(judged.parent / "attest.duckdb")
    led: dict[tuple[Path, str, str], str] = {}
    seen: Counter[tuple[str, ...]] = Counter()
    for page in pages_of(judged):
        for found in numbers_in(browser, page):
            path, mark, place = found["link"].partition("#")
            target = (page.parent / path).resolve() if path else page
            kind = (page.name, target.parent.name, KEY.sub("", place))
            if mark and place and "=" not in place and seen[kind] < ALIKE:
                seen[kind] += 1
                led[target, f"#{place}", found["numbers"][0]] = found["text"]
    wrong = []
    for (target, place, number), text in sorted(led.items()):
        quiet(browser, target, place)
        there = browser.evaluate(COUNTED)
        if there is None or number not in there:
            browser.evaluate(OPENED)
            browser.until(READY)
            own = browser.evaluate("[...document.querySelectorAll('details[data-query] code')].map(c => c.textContent)")
            if there is None or not answers.gives(own, {number}, is_row=False):
                wrong.append((target.relative_to(judged).as_posix() + place, text))
    assert wrong == []
    assert len(led) > 20
