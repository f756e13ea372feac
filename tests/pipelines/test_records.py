"""Records: one row a check, however many batches it judged."""

from pipelines.records import Records, Row


def check(passed: bool, failed_count: int, sample: str | None = None) -> Row:
    return {
        "run_id": "r", "table_name": "claims", "check_name": "low is at most high", "severity": "critical",
        "passed": passed, "row_count": 10, "failed_count": failed_count, "samples": [sample] if sample else [],
    }  # fmt: skip


def test_the_same_check_on_several_batches_is_one_row() -> None:
    records = Records("r")
    for made in (check(True, 0), check(False, 2, "a"), check(True, 0)):
        records.add({"checks": [made]})
    (row,) = records.checks
    assert (row["passed"], row["row_count"], row["failed_count"], row["samples"]) == (False, 30, 2, ["a"])


def test_other_checks_stay_apart() -> None:
    records = Records("r")
    records.judge([check(True, 0), check(True, 0) | {"table_name": "events"}])
    assert len(records.checks) == 2
