"""The status: what is wrong with a warehouse is named, and the exit status says so."""

import fcntl
import json
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipelines.settings import Settings
from pipelines.status import Demands, NoFormat, Unwell, figures_of, problems_in, report_of
from warehouse.condition import condition_of, runs_in
from warehouse.feed_state import FeedState, keep_state
from warehouse.journal import Journal
from warehouse.notices import Channels, Outbox

DEMANDS = Demands(min_free=0)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "in").mkdir()
    return Settings(warehouse=tmp_path / "warehouse")


def a_run(settings: Settings, ending: str | None, run_id: str = "r1", **fields: object) -> None:
    journal = Journal(settings.root, run_id)
    journal.note("started")
    if ending is not None:
        journal.note(ending, **fields)


def problems(settings: Settings, demands: Demands = DEMANDS, inbox: Path | None = None) -> list[str]:
    found = problems_in(condition_of(settings.root, inbox, datetime.now(UTC)), demands)
    return [problem for problem in found if problem != "nothing has been published yet"]


def failing_feed(settings: Settings) -> None:
    keep_state(settings.root, FeedState("https://a.example/", failures=3, failure="too_slow: late"))


def undelivered(settings: Settings) -> None:
    Outbox(settings.root).send({"event": "failed"}, Channels(command="false"))


def inbox_gone(settings: Settings) -> None:
    Journal(settings.root, "r1").note("inbox", folder="nowhere/in")


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (lambda settings: a_run(settings, "failed", error="OSError: full"), "the last run failed: OSError: full"),
        (lambda settings: a_run(settings, None), "the run r1 broke off"),
        (failing_feed, "a feed fails: https://a.example/: too_slow: late"),
        (undelivered, "1 messages could not be delivered"),
        (inbox_gone, "the inbox nowhere/in is not there"),
    ],
)
def test_what_is_wrong_is_named(make: Callable[[Settings], None], problem: str, settings: Settings) -> None:
    a_run(settings, "published", "r0")
    assert problems(settings) == []
    make(settings)
    (said,) = problems(settings)
    assert problem in said


@pytest.mark.parametrize("ending", ["published", "nothing_new", "interrupted"])
def test_a_run_that_ended_otherwise_is_no_problem(ending: str, settings: Settings) -> None:
    a_run(settings, ending)
    assert problems(settings) == []


def test_data_may_not_be_older_than_asked_for(settings: Settings) -> None:
    a_run(settings, "failed", "r0", error="x")
    assert "no run has ended well within 1 day, 0:00:00" in problems(settings, Demands(timedelta(days=1), 0))
    a_run(settings, "nothing_new")
    assert problems(settings, Demands(timedelta(days=1), 0)) == []
    assert problems(settings, Demands(timedelta(0), 0)) == ["no run has ended well within 0:00:00"]


def test_a_disk_that_fills_up_is_named(settings: Settings) -> None:
    a_run(settings, "published")
    (said,) = problems(settings, Demands(min_free=10**18))
    assert "are free on the disk" in said


def test_a_run_at_work_has_not_broken_off(settings: Settings) -> None:
    a_run(settings, None)
    with (settings.root / "data" / "lock").open("w") as lock:
        lock.write(str(os.getpid()))
        lock.flush()
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert problems(settings) == []
        assert condition_of(settings.root, None, datetime.now(UTC)).running_process == os.getpid()


def test_the_backlog_of_the_inbox_is_counted(settings: Settings, tmp_path: Path) -> None:
    a_run(settings, "published")
    for name, at in (("a.txt", 0), ("b.txt", 0), ("c.txt.part", 0)):
        (tmp_path / "in" / name).write_text("x", encoding="utf-8")
        os.utime(tmp_path / "in" / name, (at, at))
    backlog = condition_of(settings.root, tmp_path / "in", datetime.now(UTC)).backlog
    assert (backlog.ready, backlog.unfinished) == (2, 1)


def test_runs_are_told_newest_first(settings: Settings) -> None:
    for number in range(12):
        a_run(settings, "published", f"r{number}", received=number)
    assert [run.received for run in runs_in(Journal(settings.root))] == list(range(11, 1, -1))


def test_programs_are_given_everything(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    a_run(settings, "failed", error="x")
    with pytest.raises(Unwell, match=r"the last run failed: x \(and 1 more\)"):
        report_of(settings, None, DEMANDS, "json")
    said = json.loads(capsys.readouterr().out)
    assert (said["healthy"], said["runs"][0]["ending"]) == (False, "failed")


def test_prometheus_is_given_gauges(settings: Settings) -> None:
    a_run(settings, "published")
    text = figures_of(condition_of(settings.root, None, datetime.now(UTC)), [])
    values = dict(line.split() for line in text.splitlines() if not line.startswith("#"))
    assert (values["attest_healthy"], values["attest_last_run_failed"]) == ("1", "0")
    assert float(values["attest_last_run_ended_seconds"]) > 1e9


def test_another_format_is_refused(settings: Settings) -> None:
    with pytest.raises(NoFormat, match="xml"):
        report_of(settings, None, DEMANDS, "xml")
