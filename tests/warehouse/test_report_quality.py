"""How the report judges: histories of checks, bounds, drift, scores, and the banner over it all."""

import pytest

from warehouse.scores import Score
from warehouse.site.overview import banner_of
from warehouse.site.quality import MEASURES, bounded_of, drift_of, histories_of, scored_of


def check(run: str, *, passed: bool, severity: str = "warning", failed: int = 0) -> dict[str, object]:
    """One result of one check."""
    return {"run_id": run, "table_name": "claims", "check_name": "it holds", "severity": severity, "passed": passed,
            "row_count": 10, "failed_count": failed, "samples": [], "started_at": None,
            "measure_code": None}  # fmt: skip


def test_history_keeps_the_latest_result_and_counts_the_failures() -> None:
    (history,) = histories_of([check("1", passed=False, failed=2), check("2", passed=True)])
    assert (history["passed"], history["failures"], history["runs"], history["is_current"]) == (True, 1, 2, True)
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


def batch(share: float) -> dict[str, object]:
    """One batch of a hundred items of which that share was kept."""
    return {**dict.fromkeys(name for name, _ in MEASURES), "received_count": 100, "kept_share": share}


@pytest.mark.parametrize(
    ("shares", "is_out"),
    [
        ([0.8] * 6 + [0.1], True),  # fell far below what it was
        ([0.8] * 6 + [0.75], False),  # within what chance alone does to a hundred items
        ([0.8, 0.1], False),  # two batches say nothing
    ],
)
def test_drift(shares: list[float], is_out: bool) -> None:
    measures = {row["heading"]: row for row in drift_of([batch(share) for share in shares])}
    assert measures["Share of characters kept"]["is_out"] is is_out


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
        Score(f"2026-01-0{day}", "gold", measure, right, 100, 100)
        for day, right in ((1, 70), (2, 60))
        for measure, right in (("claims", right), ("names", 80))
    ]
    assert [(row["measure"], row["before"], row["is_worse"]) for row in scored_of(rows)] == [
        ("claims", 0.7, True),
        ("names", 0.8, False),
    ]
