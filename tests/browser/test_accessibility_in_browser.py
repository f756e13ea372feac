"""The report by keyboard, by ear and for weak eyes: names, structure, contrast in both themes, a visible focus."""

from pathlib import Path

import pytest

from tests.browser.chromium import Chromium
from tests.browser.opening import quiet

WRONG = Path(__file__).with_name("accessible.js").read_text("utf-8")
PAGES = (
    "index", "events", "claims", "documents", "entities", "defections", "rejects", "received", "work", "scores",
    "quality",
)  # fmt: skip
FOLDERS = ("documents", "events", "entities")


@pytest.mark.parametrize(
    ("corpus", "theme", "width"),
    [
        ("small", "light", 1280),
        ("hostile", "dark", 390),
        pytest.param("small", "dark", 390, marks=pytest.mark.slow),
        pytest.param("hostile", "light", 1280, marks=pytest.mark.slow),
    ],
)
def test_nothing_is_wrong_with_any_kind_of_page(
    browser: Chromium, request: pytest.FixtureRequest, corpus: str, theme: str, width: int
) -> None:
    folder: Path = request.getfixturevalue(corpus)
    browser.look(width=width, theme=theme)
    for page in (*(folder / f"{name}.html" for name in PAGES), *(min((folder / name).iterdir()) for name in FOLDERS)):
        quiet(browser, page)
        browser.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        assert (page.name, browser.evaluate(WRONG)) == (page.name, [])
    browser.look()


@pytest.mark.parametrize("fault", [
    ("<button></button>", "no name"),
    ("<h5>deep</h5>", "level 5"),
    ("<p class=pale>pale</p>", "contrast"),
    ("<svg></svg>", "drawing"),
    ("<table><tr><td>1</td></tr></table>", "table without headings"),
    ("<i id=content></i>", "2 elements are called content"),
])  # fmt: skip
def test_a_fault_is_seen(browser: Chromium, small: Path, tmp_path: Path, fault: tuple[str, str]) -> None:
    for name in ("style.css", "script.js"):
        (tmp_path / name).write_text((small / name).read_text("utf-8"), "utf-8")
    with (tmp_path / "style.css").open("a", encoding="utf-8") as style:
        style.write(".pale { color: #bbb; }")
    text = (small / "rejects.html").read_text("utf-8")
    (tmp_path / "page.html").write_text(text.replace("</main>", f"{fault[0]}</main>"), "utf-8")
    browser.open(tmp_path / "page.html")
    assert any(fault[1] in wrong for wrong in browser.evaluate(WRONG))


def test_the_tab_key_goes_through_the_page_and_shows_where_it_is(browser: Chromium, small: Path) -> None:
    browser.look()
    quiet(browser, small / "claims.html")
    visited = []
    for _ in range(50):
        browser.press("Tab", 9)
        visited.append(
            browser.evaluate(
                "(() => { const at = document.activeElement; return [at.name || at.textContent.trim(),"
                " getComputedStyle(at).outlineStyle, Math.round(at.getBoundingClientRect().width)]; })()"
            )
        )
    assert visited[0][0] == "Skip to content"
    assert [name for name, _, _ in visited[1:4]] == ["attest", "Overview", "Events"]
    assert {"q", "from", "who", "Clear", "Save as CSV"} <= {name for name, _, _ in visited}
    assert [stop for stop in visited if stop[1] == "none" or stop[2] == 0] == []


def test_enter_sorts_and_opens(browser: Chromium, small: Path) -> None:
    quiet(browser, small / "quality.html")
    browser.evaluate("document.querySelector('#bounds ~ .scroll th button').focus()")
    browser.press("Enter", 13, "\r")
    assert browser.evaluate("document.querySelector('#bounds ~ .scroll th').getAttribute('aria-sort')") == "ascending"
