"""A clock that is put back between runs: what runs write stays in order, and the status says what is wrong."""

import ast
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipelines.records import new_run_id
from pipelines.status import Demands, problems_in
from schemas.claims import CLAIMS
from schemas.events import EVENT_CLAIMS, EVENTS
from schemas.records import RUNS
from tests.rows import rows_of
from warehouse import clock
from warehouse.condition import condition_of, runs_in
from warehouse.history import remember
from warehouse.journal import Journal
from warehouse.store import CORPUS, Store

PROJECT = Path(__file__).parents[2]
NOON = datetime(2026, 5, 2, 12, tzinfo=UTC)
# A clock that loses an hour, a day, a month and a year, jumps ahead, and is put right again.
INSTANTS = [NOON - timedelta(days=days) for days in (0, 1 / 24, 1, 31, 400, -30, 0)]


@pytest.fixture
def runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of runs that each began at one of the instants, and noted that they began and ended."""
    made = []
    for instant in INSTANTS:
        monkeypatch.setattr(clock, "now", lambda instant=instant: instant)
        made.append(new_run_id(tmp_path))
        journal = Journal(tmp_path, made[-1])
        journal.note("started")
        journal.note("published")
        Store(tmp_path).write(RUNS, made[-1], RUNS.of([]), made[-1], staged=False)
    return made


def test_ids_of_runs_sort_as_the_runs_came(runs: list[str]) -> None:
    assert runs == sorted(runs)
    assert len({run_id[:15] for run_id in runs}) == len(runs)  # a second of its own each: the rest is random


def test_the_journal_stays_in_order(runs: list[str], tmp_path: Path) -> None:
    lines = list(Journal(tmp_path).backwards())[::-1]
    assert [line["run"] for line in lines] == [run_id for run_id in runs for _ in range(2)]
    said = [str(line["at"]) for line in lines]
    assert said == sorted(said)
    assert [run.run_id for run in runs_in(Journal(tmp_path))] == runs[::-1]


def test_ids_sort_also_when_the_journal_is_lost(runs: list[str], tmp_path: Path) -> None:
    for file in Journal(tmp_path).folder.iterdir():
        file.unlink()
    assert new_run_id(tmp_path) > max(runs)


def test_what_is_known_now_is_what_was_told_last(tmp_path: Path) -> None:
    """As told by the fourth run, whenever its clock said that it ran."""
    store = Store(tmp_path)
    for low, instant in enumerate(INSTANTS[:4]):
        for table, row in (
            (CLAIMS, {"claim_id": "c", "count_low": low}),
            (EVENTS, {"event_id": "e"}),
            (EVENT_CLAIMS, {"event_id": "e", "claim_id": "c"}),
        ):
            store.write(table, CORPUS, rows_of(table, row), "key", staged=False)
        remember(store, f"run{low}", instant)
    told = [row for run in store.batches("claim_history") for row in store.read("claim_history", run).to_pylist()]
    in_order = sorted(told, key=lambda row: row["known_at"])
    assert [row["count_low"] for row in in_order] == [0, 1, 2, 3]
    assert len({row["known_at"] for row in told}) == 4


@pytest.mark.parametrize(
    ("behind", "is_said"),
    [
        (timedelta(hours=3), True),
        (timedelta(seconds=5), False),  # what a time server corrects
        (timedelta(hours=-3), False),
    ],
)
def test_the_status_says_that_the_clock_was_put_back(behind: timedelta, is_said: bool, tmp_path: Path) -> None:
    Journal(tmp_path, "r").note("started")
    Journal(tmp_path, "r").note("published")
    condition = condition_of(tmp_path, None, clock.now() - behind)
    said = [problem for problem in problems_in(condition, Demands(min_free=0)) if "the clock" in problem]
    assert len(said) == is_said


def test_a_line_without_an_instant_stops_no_clock(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.note("first")
    (file,) = journal.folder.iterdir()
    with file.open("a", encoding="utf-8") as lines:
        lines.write('{"event": "x", "at": "noon"}\n{"event": "x", "at": "2999-01-01T00:00:00"}\n{"half')
    assert journal.last_at() == datetime.fromisoformat(str(list(journal.backwards())[-1]["at"]))


def test_one_module_asks_for_the_time() -> None:
    asking = {
        path.relative_to(PROJECT).as_posix()
        for package in ("schemas", "seeds", "stages", "warehouse", "pipelines")
        for path in (PROJECT / package).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and (getattr(node.value, "id", None), node.attr) in {("datetime", "now"), ("date", "today"), ("time", "time")}
    }
    assert asking == {"warehouse/clock.py"}
