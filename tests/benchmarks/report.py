"""How long the report's pages take to open in a browser, and how large its files are, over an invented warehouse."""

import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from pipelines.scoreboard import console_of, table_of
from tests.benchmarks.figures import Measured, show
from tests.benchmarks.options import Options
from tests.browser.chromium import Chromium, chromium_path
from tests.browser.opening import FOUND
from tests.warehouse.report_database import write_database
from warehouse.report import write_report

SIZES = (10_000,)
FULL = (10_000, 100_000)
REPEATS = 3
MOST_SECONDS = 2.0  # of any page of 10,000 claims, its rows shown
MOST_BYTES = 1_000  # of the listing of claims for each of them, so that 100,000 stay below 100 MB
OPENED = (
    ("index.html", ""), ("defections.html", ""), ("quality.html", ""), ("events.html", ""), ("claims.html", ""),
    ("documents.html", ""), ("entities.html", ""), ("claims.html", "#status=denied&sort=-count"),
    ("documents.html", "#text=river+council"),
)  # fmt: skip
FILES = (
    ("pages by themselves", "*.html"), ("rows", "rows/*.js"), ("rows of claims", "rows/claims-*.js"),
    ("words", "words/*.js"), ("documents", "documents/*"), ("events", "events/*"), ("entities", "entities/*"),
)  # fmt: skip
WATCH = (
    "new MutationObserver(() => { window.changedAt = performance.now(); })"
    ".observe(document, { subtree: true, childList: true, characterData: true });"
)
WHOLE = f"!document.querySelector('table.listing') || /( of [\\d,]+|in all)$/.test({FOUND})"
SHOWN = "Math.max(window.changedAt ?? 0, performance.timing.loadEventEnd - performance.timing.navigationStart)"


def run(options: Options) -> None:
    """Print seconds and sizes at each number of claims; raises SystemExit where no browser is installed."""
    path = chromium_path()
    if path is None:
        raise SystemExit("no Chromium is installed: apt-get install chromium")
    sizes = (options.limit,) if options.limit else FULL if options.full else SIZES
    for claims in sizes:
        with TemporaryDirectory(prefix="attest-report-") as folder:
            _measure(path, Path(folder), claims)


def _measure(path: str, folder: Path, claims: int) -> None:
    database = write_database(folder / "attest.duckdb", claims)
    start = time.process_time()
    report = write_report(database, folder / "report").parent
    written = time.process_time() - start
    with Chromium(path, folder / "profile") as browser:
        browser.look()
        browser.call("Page.addScriptToEvaluateOnNewDocument", source=WATCH)
        seconds = {page + chosen: _seconds(browser, report / page, chosen) for page, chosen in OPENED}
        for name in ("documents", "events", "entities"):
            largest = max((report / name).iterdir(), key=lambda page: page.stat().st_size)
            seconds[f"the largest of {name}/"] = _seconds(browser, largest, "")
    _print(report, seconds)
    rows = sum(file.stat().st_size for file in (report / "rows").glob("claims-*.js"))
    show(f"the report of {claims:,} claims", [
        Measured("seconds of CPU to write it", written),
        Measured("slowest page, seconds", max(seconds.values()), MOST_SECONDS if claims == SIZES[0] else None,
                 is_ceiling=True),
        Measured("bytes a claim in the listing of claims", rows / claims, MOST_BYTES, is_ceiling=True),
    ])  # fmt: skip


def _seconds(browser: Chromium, page: Path, chosen: str) -> float:
    """The median seconds from the start of the navigation until the page has loaded and the rows it shows stand."""
    taken = []
    for _ in range(REPEATS):
        browser.open(page, chosen)
        browser.until(WHOLE)
        taken.append(float(browser.evaluate(SHOWN)) / 1000)
    return median(taken)


def _print(report: Path, seconds: dict[str, float]) -> None:
    table = table_of("", "page", "seconds")
    for name, taken in seconds.items():
        table.add_row(name, f"{taken:.2f}")
    console_of().print(table)
    files = table_of("", "files", "how many", "MB", "largest, MB")
    for name, pattern in FILES:
        sizes = [file.stat().st_size for file in report.glob(pattern)]
        files.add_row(name, f"{len(sizes):,}", f"{sum(sizes) / 1e6:,.1f}", f"{max(sizes) / 1e6:,.2f}")
    console_of().print(files)
