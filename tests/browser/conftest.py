"""A browser and two reports to open in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.chromium import Chromium, chromium_path
from tests.browser.judged import write_judged
from tests.warehouse.report_database import write_database
from warehouse.report import write_report


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    """A headless Chromium; the tests are skipped where none is installed."""
    path = chromium_path()
    if path is None:
        pytest.skip("no Chromium is installed: apt-get install chromium")
    with Chromium(path, tmp_path_factory.mktemp("profile")) as chromium:
        chromium.look()
        yield chromium


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of 300 honest documents."""
    base = tmp_path_factory.mktemp("plain")
    return write_report(write_database(base / "attest.duckdb", 300), base / "report").parent


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of a few documents, for tests that follow every link."""
    base = tmp_path_factory.mktemp("small")
    return write_report(write_database(base / "attest.duckdb", 30), base / "report").parent


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of documents that attack the page that shows them."""
    base = tmp_path_factory.mktemp("hostile")
    return write_report(write_database(base / "attest.duckdb", 24, hostile=True), base / "report").parent


@pytest.fixture(scope="session")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of documents and claims that lack this and that, with every figure judged by a bound."""
    base = tmp_path_factory.mktemp("judged")
    return write_report(write_judged(base), base / "report").parent
