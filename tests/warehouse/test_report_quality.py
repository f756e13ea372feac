"""How the report judges: histories of checks, bounds, drift, scores, and the banner over it all."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.rows import views_over
from tests.warehouse.report_database import write_database
from tests.warehouse.report_words import key_of
from warehouse.failures import failure_in
from warehouse.journal import Journal
from warehouse.report import write_banners, write_report
from warehouse.scores import keep_scores
from warehouse.site.banner import banner_in, banner_of, scored_of
from warehouse.site.quality import (
    bounded_of,
    by_table,
    drift_of,
    histories_of,
    page_in,
    pages_of,
    write_quality,
)
from warehouse.site.render import Site
from warehouse.site.rows import Reader


def check(run: str, *, passed: bool, severity: str = "warning", failed: int = 0) -> dict[str, object]:
    """One result of one check."""
    return {"run_id": run, "table_name": "claims", "check_name": "it holds", "severity": severity, "passed": passed,
            "row_count": 10, "failed_count": failed, "samples": [], "started_at": None,
            "measure_code": None}  # fmt: skip


def test_history_keeps_the_latest_result() -> None:
    (history,) = histories_of([check("1", passed=False, failed=2), check("2", passed=True)])
    assert (history["passed"], history["is_current"]) == (True, True)
    assert "<circle" in history["curve"]


@pytest.mark.parametrize(
    ("failed", "severity"),
    [
        ([], None),
        ([check("1", passed=False)], "warning"),
        ([check("1", passed=False, severity="critical")], "critical"),
    ],
)
def test_banner_is_as_grave_as_the_worst_failure(failed: list[dict[str, object]], severity: str | None) -> None:
    banner = banner_of(failed)
    assert (banner and banner["severity"]) == severity


def test_a_fall_of_extraction_is_told_on_the_first_page(tmp_path: Path) -> None:
    for day, right in ((1, 70), (2, 60)):
        at = datetime(2026, 1, day, tzinfo=UTC)
        keep_scores(tmp_path, "gold", {"claims": (right, 100, 100), "names": (80, 100, 100)}, at)
    with Reader(write_database(tmp_path / "attest.duckdb", 0)) as reader:
        banner = banner_in(reader)
    assert banner is not None
    assert [row["measure"] for row in banner["worse"]] == ["claims"]
    assert banner["severity"] == "warning"


@pytest.mark.parametrize(
    ("events", "shown", "sentence"),
    [
        (["published"], "run-1", None),
        (["published", "failed"], "run-1", "why run-2"),
        (["failed", "published"], "run-2", None),
        (["published", "failed", "skipped"], "run-1", "why run-2"),  # a run that never began takes nothing back
        (["published", "failed", "nothing_new"], "run-1", None),
        (["failed"], "run-2", None),  # the next run is being published, and has not yet said so
        (["published", "interrupted"], "run-1", "why run-2"),
    ],
)
def test_a_run_that_was_not_published_is_known(
    events: list[str], shown: str, sentence: str | None, tmp_path: Path
) -> None:
    for number, event in enumerate(events, 1):
        Journal(tmp_path, f"run-{number}").note(event, error=f"why run-{number}")
    failure = failure_in(tmp_path, shown)
    assert (failure and failure.sentence) == sentence


def test_a_failed_run_is_told_in_the_report_before_it_and_costs_no_page(tmp_path: Path) -> None:
    database, folder = write_database(tmp_path / "attest.duckdb", 9), tmp_path / "report"
    write_report(database, folder)
    before = {page: page.stat().st_ino for page in folder.rglob("*.html")}
    Journal(tmp_path, "run-9").note("failed", error="a check <b>did not</b> hold")
    write_banners(database, folder)
    assert "a check &lt;b&gt;did not&lt;/b&gt; hold" in (folder / "index.html").read_text("utf-8")
    changed = {page.name for page in before if page.stat().st_ino != before[page]}
    assert changed == {"index.html", "quality.html"}
    assert json.loads((folder / "summary.json").read_text("utf-8"))["unpublished"]["run_id"] == "run-9"
    Journal(tmp_path, "run-10").note("nothing_new")
    write_report(database, folder)
    assert "hold" not in (folder / "summary.md").read_text("utf-8").split("##")[0]
    assert {page: page.exists() for page in before} == dict.fromkeys(before, True)


def test_samples_lead_to_the_rows_they_name() -> None:
    claim, event, document = "0c" * 12, "0e" * 12, "0d" * 32
    pages = pages_of([
        {"key": claim, "kind": "claims", "document_id": document},
        {"key": event, "kind": "events", "document_id": None},
    ])  # fmt: skip
    assert page_in(f"claim_id {claim}, place_text Homs", pages) == f"documents/{document[:16]}.html#c-{claim}"
    assert page_in(f"event_id {event}", pages) == f"events/{event[:16]}.html"
    assert page_in(f"claim_id {'0f' * 12}", pages) == ""  # it is gone since


def test_checks_are_grouped_by_table_and_failures_come_first() -> None:
    rows = [{"table_name": name, "passed": passed} for name, passed in (("a", True), ("b", False), ("b", True))]
    assert [(table["name"], len(table["checks"]), table["failing"]) for table in by_table(rows)] == [
        ("b", 2, 1),
        ("a", 1, 0),
    ]


@pytest.mark.parametrize(
    ("days", "is_silent"),
    [
        ((1, 2, 3, 5, 6, 8), True),  # a paper of nearly every day, not heard of for three weeks
        ((1, 10, 18, 29, 38, 30), False),  # one that comes every ten days or so
        ((1, 2), False),  # two days show no rhythm
    ],
)
def test_an_outlet_that_fell_silent_is_told_from_one_that_comes_seldom(
    days: tuple[int, ...], is_silent: bool, tmp_path: Path
) -> None:
    start = date(2012, 1, 1)
    others = [("Other", start + timedelta(days=max(days) + 21))]
    told = [*(("Ours", start + timedelta(days=number)) for number in days), *others]
    rows = [
        {"document_id": key_of(number), "outlet": outlet, "published_on": day}
        for number, (outlet, day) in enumerate(told)
    ]
    with Reader(views_over(tmp_path, {"documents": rows})) as reader:
        verdicts = {row["outlet"]: row["is_silent"] for row in reader.rows("outlets")}
    assert verdicts == {"Ours": is_silent, "Other": False}


def received(share: float, number: int) -> dict[str, list[dict[str, object]]]:
    """A batch of a hundred items, of which one is read and kept so far."""
    items = [{"document_id": key_of(number, item), "batch_id": f"b{number}"} for item in range(100)]
    at = datetime(2026, 1, 1 + number, tzinfo=UTC)
    return {
        "landed": [{**item, "received_at": at} for item in items],
        "raw_documents": [{**items[0], "received_at": at}],
        "documents": [{"document_id": items[0]["document_id"], "kept_share": share}],
    }


@pytest.mark.parametrize(
    ("shares", "likely", "is_out"),
    [
        ([0.8] * 6 + [0.1], (0.68, 0.92), True),  # fell far below what it was
        ([0.8] * 6 + [0.75], (0.68, 0.92), False),  # within what chance alone does to a hundred items
        ([0.2, 0.9] * 3 + [0.1], (0.0, 1.0), False),  # it never was steady
        ([0.99] * 6 + [0.95], (0.96, 1.0), True),  # no share is above one
        ([0.8, 0.1], (None, None), False),  # two batches say nothing
    ],
)
def test_drift(shares: list[float], likely: tuple[float, float], is_out: bool, tmp_path: Path) -> None:
    batches = [received(share, number) for number, share in enumerate(shares)]
    rows = {name: [row for each in batches for row in each[name]] for name in batches[0]}
    with Reader(views_over(tmp_path, rows)) as reader:
        measures = {row["heading"]: row for row in drift_of(reader.rows("drift"))}
    kept = measures["Share of characters kept"]
    assert (kept["latest"], kept["is_out"]) == (shares[-1], is_out)
    assert kept["mean_before"] == pytest.approx(sum(shares[:-1]) / len(shares[:-1]))
    assert (kept["likely_low"], kept["likely_high"]) == pytest.approx(likely, abs=0.005)
    assert kept["behind"].counted == f"documents.html#sort=kept&batch=b{len(shares) - 1}"
    assert measures["Items received"]["latest"] == 100
    assert "Claims without a day" not in measures  # there are none


def test_bounded_figure_keeps_its_latest_value_and_its_curve() -> None:
    rows = [
        {
            "measure_code": "kept_share",
            "severity": "warning",
            "sentence": "it is kept",
            "value": value,
            "passed": passed,
        }
        for value, passed in ((0.8, True), (None, True), (0.1, False))
    ]
    (figure,) = bounded_of(rows)
    assert (figure["value"], figure["passed"]) == (0.1, False)
    assert figure["curve"].count("<circle") == 2  # a run without a figure leaves no dot


def test_a_fall_of_f1_is_told_and_chance_is_not() -> None:
    rows = [
        {"gold": "gold", "measure": measure, "f1": f1, "f1_before": before}
        for f1, before in ((0.6, 0.7), (0.7, None))
        for measure, f1, before in (("claims", f1, before), ("names", 0.8, before and 0.8))
    ]
    assert [(row["measure"], row["f1_before"], row["is_worse"]) for row in scored_of(rows)] == [
        ("claims", 0.7, True),
        ("names", 0.8, False),
    ]


@pytest.mark.parametrize(
    ("rights", "sentence"),
    [
        ([70], "One evaluation so far"),
        ([70, 60], "F1 fell in 1 of 2 measures"),
        ([70, 80], "F1 fell in none of 2 measures"),
    ],
)
def test_whether_extraction_got_worse_is_said_in_a_sentence(rights: list[int], sentence: str, tmp_path: Path) -> None:
    for day, right in enumerate(rights, 1):
        at = datetime(2026, 1, day, tzinfo=UTC)
        keep_scores(tmp_path, "gold", {"claims": (right, 100, 100), "names": (80, 100, 100)}, at)
    with Reader(write_database(tmp_path / "attest.duckdb", 0)) as reader:
        write_quality(Site(tmp_path), reader)
    assert sentence in (tmp_path / "quality.html").read_text("utf-8")
