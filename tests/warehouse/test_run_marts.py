"""Marts of runs: how good each was, what has moved, what was refused and what did not hold."""

from datetime import UTC, datetime
from pathlib import Path

from tests.warehouse.told import ONE, TWO, answers


def test_quality_by_run(tmp_path: Path) -> None:
    started = datetime(2012, 8, 6, 5, tzinfo=UTC)
    runs = [
        {
            "run_id": "r1",
            "stage": "raw_documents",
            "batch_id": "b1",
            "row_count_in": 9,
            "row_count": 8,
            "reject_count": 1,
        },
        {"run_id": "r1", "stage": "documents", "batch_id": "b1", "row_count_in": 8, "row_count": 6, "reject_count": 2},
        {"run_id": "r1", "stage": "claims", "batch_id": "b1", "row_count_in": 6, "row_count": 20, "seconds": 2.5},
        {"run_id": "r2", "stage": "claims", "batch_id": "b1", "row_count_in": 6, "row_count": 21},
    ]
    checks = [
        {"run_id": "r1", "table_name": "claims", "check_name": "c1", "passed": True},
        {"run_id": "r1", "table_name": "claims", "check_name": "c2", "passed": False, "severity": "warning"},
        {"run_id": "r1", "table_name": "events", "check_name": "c3", "passed": False, "severity": "critical"},
    ]
    rows = answers(
        tmp_path, "select * from quality_by_run", runs=[row | {"started_at": started} for row in runs], checks=checks
    )
    assert [row["run_id"] for row in rows] == ["r2", "r1"]  # the latest first
    assert rows[1] == {
        "run_id": "r1", "started_at": started, "seconds": 2.5, "step_count": 3, "landed_count": 9, "document_count": 6,
        "claim_count": 20, "reject_count": 3, "check_count": 3, "failed_count": 2, "warning_count": 1,
        "critical_count": 1, "worst_check": "events: c3",
    }  # fmt: skip
    assert (rows[0]["check_count"], rows[0]["worst_check"]) == (0, None)


def test_figures_by_run_show_what_has_moved(tmp_path: Path) -> None:
    name = "the mean share of text kept lies where news pages lie"
    checks = [
        {"run_id": run, "table_name": "documents", "check_name": name, "severity": "warning", "samples": samples}
        for run, samples in (("r1", ["0.75"]), ("r2", []), ("r3", ["0.5"]), ("r4", ["0.25"]))
    ]
    rows = answers(
        tmp_path, "select run_id, measure_code, figure, figure_before, change from figures_by_run", checks=checks
    )
    assert [tuple(row.values()) for row in rows] == [
        ("r4", "kept_share", 0.25, 0.5, -0.25),
        ("r3", "kept_share", 0.5, None, None),  # the run before had nothing to measure
        ("r2", "kept_share", None, 0.75, None),
        ("r1", "kept_share", 0.75, None, None),
    ]


def test_rejects_by_reason_show_an_example(tmp_path: Path) -> None:
    rejects = [
        {"stage": "documents", "reason_code": "too_short", "uri": "b.txt", "detail": "3 words", "document_id": ONE},
        {"stage": "documents", "reason_code": "too_short", "uri": "a.txt", "detail": "1 word", "document_id": TWO},
    ]
    (row,) = answers(tmp_path, "select * from rejects_by_reason", rejects=rejects)
    assert tuple(row.values()) == ("documents", "too_short", 2, "a.txt", "1 word")


def test_latest_checks_are_those_of_the_last_run(tmp_path: Path) -> None:
    checks = [
        {"run_id": "r1", "table_name": "claims", "check_name": "old"},
        {"run_id": "r2", "table_name": "claims", "check_name": "held", "passed": True},
        {"run_id": "r2", "table_name": "claims", "check_name": "broken", "passed": False},
    ]
    rows = answers(tmp_path, "select check_name from latest_checks", checks=checks)
    assert [row["check_name"] for row in rows] == ["broken", "held"]
