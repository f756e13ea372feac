"""The arithmetic of the benchmark of speed: ratios, verdicts, and the history that a regression shows in."""

from pathlib import Path

import pytest

from tests.benchmarks.speed.figure import Figure, entries, further_cost, last_seen, machine, remember
from tests.benchmarks.speed.table import BEGIN, END, placed, table_of


@pytest.mark.parametrize(
    ("few", "many", "cost"),
    [
        ((200, 30.0), (800, 60.0), 0.05),  # start-up of 20 seconds falls out
        ((1, 2.0), (3, 2.0), 0.0),  # nothing but start-up
        ((10, 5.0), (20, 4.0), -0.1),  # noise stays visible
    ],
)
def test_cost_of_one_more_document(few: tuple[int, float], many: tuple[int, float], cost: float) -> None:
    assert further_cost(few, many) == pytest.approx(cost)


def test_two_equal_sizes_tell_nothing_of_one_more_document() -> None:
    with pytest.raises(ValueError, match="20 documents are not more than 20"):
        further_cost((20, 1.0), (20, 2.0))


@pytest.mark.parametrize(
    ("figure", "verdict"),
    [
        (Figure("memory", 1.5, "GiB", 1.5), "met"),  # a bound belongs to what it bounds
        (Figure("memory", 1.51, "GiB", 1.5), "MISSED"),
        (Figure("speed", 0.9, "", 0.9, is_ceiling=False), "met"),
        (Figure("speed", 0.89, "", 0.9, is_ceiling=False), "MISSED"),
        (Figure("share", 12.0, "%"), ""),  # nothing was asked of it
    ],
)
def test_verdict_beside_its_target(figure: Figure, verdict: str) -> None:
    assert figure.verdict == verdict


@pytest.mark.parametrize(
    ("figure", "before", "change"),
    [
        (Figure("memory", 2.0), 1.0, "1 WORSE"),
        (Figure("memory", 1.2), 1.0, "1"),  # a busy machine explains as much
        (Figure("speed", 0.5, is_ceiling=False), 1.0, "1 WORSE"),
        (Figure("speed", 2.0, is_ceiling=False), 1.0, "1"),
        (Figure("start", 0.04), 0.01, "0.01"),  # four times next to nothing is next to nothing
        (Figure("memory", 2.0), None, ""),
    ],
)
def test_change_since_the_last_time(figure: Figure, before: float | None, change: str) -> None:
    assert figure.change(before) == change


def test_history_gives_the_latest_value_of_each_figure_of_its_size(tmp_path: Path) -> None:
    history = tmp_path / "history.jsonl"
    assert last_seen(machine(), "modest", history) == {}
    remember([Figure("a", 1.23456), Figure("b", 2.0)], "modest", history)
    remember([Figure("a", 3.0)], "modest", history)
    remember([Figure("a", 9.0)], "full", history)
    remember([], "modest", history)  # nothing measured leaves no line
    assert len(entries(history)) == 3
    assert last_seen(machine(), "modest", history) == {"a": 3.0, "b": 2.0}
    assert last_seen({"cores": 64}, "modest", history) == {}


def test_table_of_the_last_machine_at_every_size(tmp_path: Path) -> None:
    history = tmp_path / "history.jsonl"
    remember([Figure("(b) parses", 40.0, "%"), Figure("(a) ratio", 0.5, "", 0.9, is_ceiling=False)], "modest", history)
    remember([Figure("(a) ratio", 0.6, "", 0.9, is_ceiling=False)], "full", history)
    rows = table_of(entries(history)).splitlines()[-2:]
    assert rows == ["| (a) ratio | 0.6 | ≥ 0.9 | MISSED | full |", "| (b) parses | 40 % |  |  | modest |"]
    page = placed(f"before\n{BEGIN}\nold\n{END}\nafter", "new")
    assert page == f"before\n{BEGIN}\nnew\n{END}\nafter"
    with pytest.raises(LookupError, match="no lines"):
        placed("a page without marks", "new")
    with pytest.raises(LookupError, match="nothing has been measured"):
        table_of([])
