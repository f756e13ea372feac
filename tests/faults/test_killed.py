"""Runs that are killed and run again: what stands is what an undisturbed run makes; `make faults` kills many."""

import random
from pathlib import Path

import pytest

from tests.faults.killing import ground_in, kill_at


@pytest.mark.slow
def test_a_killed_run_is_taken_up_as_if_nothing_had_happened(tmp_path: Path) -> None:
    chance = random.Random(8)  # noqa: S311 - the same points every time
    with ground_in(tmp_path / "ground", Path("warehouse").absolute() / "data") as ground:
        for number in range(3):
            point = kill_at(ground, number, chance)
            assert (point.is_identical, point.half_written, point.temporaries, point.processes) == (True, 0, 0, 0), (
                point
            )
