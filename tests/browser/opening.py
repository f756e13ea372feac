"""How the tests open a page, and what they look at in a listing."""

from pathlib import Path

from tests.browser.chromium import Chromium

ROWS = "document.querySelectorAll('table.listing tbody tr').length"
FOUND = "document.querySelector('.found')?.textContent"


def quiet(browser: Chromium, page: Path, fragment: str = "") -> None:
    """Open a page and assert that it raised no error, asked no network, and opened no dialog."""
    seen = browser.open(page, fragment)
    assert seen.errors == []
    assert seen.dialogs == []
    assert [url for url in seen.requests if not url.startswith(("file:", "data:image/svg", "about:blank"))] == []
