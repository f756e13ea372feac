"""Scheduled runs: what was missed or overlaps is skipped, and said."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipelines.schedule import SERVED, lateness_of
from warehouse.journal import Journal


@pytest.mark.parametrize(
    ("minutes", "is_late"),
    [
        (-60, True),  # the machine slept, and a run has been since
        (-1, True),  # it was due while another was at work
        (1, False),
    ],
)
def test_a_run_that_was_due_before_the_last_one_ended_is_late(minutes: int, is_late: bool, tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.note(SERVED)
    journal.note("started")
    due = datetime.now(UTC) + timedelta(minutes=minutes)
    said = lateness_of(journal, due)
    assert (said is not None) == is_late
    assert said is None or "missed" in said


def test_the_first_run_is_never_late(tmp_path: Path) -> None:
    assert lateness_of(Journal(tmp_path), datetime(2020, 1, 1, tzinfo=UTC)) is None


def test_a_run_that_ended_in_the_future_makes_none_late(tmp_path: Path) -> None:
    """The clock was put back: what it said before counts for nothing."""
    journal = Journal(tmp_path)
    journal.folder.mkdir(parents=True)
    (journal.folder / "2099-01.jsonl").write_text('{"event": "served", "at": "2099-01-01T00:00:00+00:00"}\n')
    assert lateness_of(journal, datetime.now(UTC)) is None
