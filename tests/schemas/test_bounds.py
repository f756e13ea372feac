"""Bounds on the figures of a run."""

from pathlib import Path

import pytest

import schemas
import seeds
from schemas.bounds import Bound, bounds_in

MEASURES = Path(__file__).parents[2] / "warehouse" / "measures"


def bound(low: float | None, high: float | None, min_rows: int = 10) -> Bound:
    """A bound with those figures."""
    return Bound("kept_share", "documents", "warning", "it lies within", low, high, min_rows, "the test")


@pytest.mark.parametrize(
    ("low", "high", "value", "row_count", "holds"),
    [
        (0.2, 0.8, 0.5, 10, True),
        (0.2, 0.8, 0.2, 10, True),  # the ends belong to it
        (0.2, 0.8, 0.8, 10, True),
        (0.2, 0.8, 0.1, 10, False),
        (0.2, 0.8, 0.9, 10, False),
        (0.2, None, 9.0, 10, True),  # open above
        (None, 0.8, -1.0, 10, True),  # open below
        (0.2, 0.8, 0.1, 9, True),  # too few rows say nothing
        (0.2, 0.8, None, 10, True),  # no figure says nothing
    ],
)
def test_a_bound_holds(low: float | None, high: float | None, value: float | None, row_count: int, holds: bool) -> None:
    assert bound(low, high).holds(value, row_count) is holds


@pytest.mark.parametrize(
    "bound", list(bounds_in(seeds.load("bounds"))), ids=lambda bound: f"{bound.measure_code} {bound.severity}"
)
def test_a_bound_can_be_judged(bound: Bound) -> None:
    assert (MEASURES / f"{bound.measure_code}.sql").is_file()
    assert bound.table_name in schemas.TABLES
    assert bound.low is not None or bound.high is not None
    assert bound.low is None or bound.high is None or bound.low < bound.high


def test_a_critical_bound_is_wider_than_the_one_that_warns() -> None:
    bounds = {(each.measure_code, each.severity): each for each in bounds_in(seeds.load("bounds"))}
    for (measure_code, severity), critical in bounds.items():
        if severity == "critical":
            warning = bounds[measure_code, "warning"]
            assert critical.low is None or (warning.low is not None and critical.low < warning.low)
            assert critical.high is None or (warning.high is not None and critical.high > warning.high)


def test_every_bound_has_its_own_sentence() -> None:
    """A check is known by it."""
    sentences = seeds.load("bounds")["sentence"].to_pylist()
    assert sorted(set(sentences)) == sorted(sentences)
