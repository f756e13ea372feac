"""`python -m tests.faults [--points N] [--seed N]`: kill runs at random writes, and print what stood afterwards."""

import argparse
import random
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from tests.faults.killing import Point, ground_in, kill_at

HEAD = (
    "killed while",
    "points tried",
    "identical",
    "tables lost",
    "half-written seen",
    "temporaries left",
    "processes left",
)


def lines_of(points: list[Point]) -> list[str]:
    """The table in Markdown, a line a phase and one for all."""
    phases: dict[str, list[Point]] = defaultdict(list)
    for point in points:
        phases[point.phase].append(point)
    rows = [HEAD, ("---", *("---:" for _ in HEAD[1:]))]
    rows += [(phase, *_counts(phases[phase])) for phase in sorted(phases)]
    rows.append(("**all**", *_counts(points)))
    return [f"| {' | '.join(row)} |" for row in rows]


def _counts(points: list[Point]) -> tuple[str, ...]:
    kinds = ("is_identical", "lost", "half_written", "temporaries", "processes")
    return (str(len(points)), *(str(sum(getattr(point, kind) for point in points)) for kind in kinds))


def main() -> int:
    """Run it; 1 when anything differs or is left."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--points", type=int, default=60)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    chance = random.Random(given.seed)  # noqa: S311 - the same points for the same seed
    with (
        tempfile.TemporaryDirectory(prefix="attest-faults-") as folder,
        ground_in(Path(folder) / "ground", Path("warehouse").absolute() / "data") as ground,
    ):
        points = []
        for number in range(given.points):
            points.append(kill_at(ground, number, chance))
            print(f"{number + 1}/{given.points} {points[-1]}", file=sys.stderr, flush=True)
        print("\n".join(lines_of(points)))
    bad = [
        point
        for point in points
        if not point.is_identical or point.half_written or point.temporaries or point.processes
    ]
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
