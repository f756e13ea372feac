"""Speed and memory: ratios of one run beside their targets, kept in a history so that a regression shows."""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.options import Options
from tests.benchmarks.speed.bench import FULL, MODEST, Bench
from tests.benchmarks.speed.figure import Figure, remember, show
from tests.benchmarks.speed.queries import building, marts
from tests.benchmarks.speed.runs import (
    against_the_model,
    by_stage,
    memory,
    nothing_new,
    one_changed,
    over_the_corpus,
    prefect,
    triggers_changed,
    two_workers,
)
from tests.benchmarks.speed.spent import Failed
from tests.benchmarks.speed.starts import starts

MEASURES: dict[str, Callable[[Bench], Iterator[Figure]]] = {
    "a": against_the_model,
    "b": by_stage,
    "c": nothing_new,
    "d": one_changed,
    "e": triggers_changed,
    "f": building,
    "g": memory,
    "h": two_workers,
    "i": marts,
    "j": starts,
    "k": over_the_corpus,
    "p": prefect,
}


def run(options: Options) -> None:
    """Print the figures asked for (default: all) and add them to the history.

    With `kept`, feeds and warehouses stay there and what was run before is not run again; with `full`, sizes are those
    of the targets, which takes hours. When the time of the size is up, the figures that are left are named.
    """
    size = FULL if options.full else MODEST
    last = time.monotonic() + size.minutes * 60
    with TemporaryDirectory(prefix="attest-bench-") as temporary:
        bench = Bench(Path(options.kept or temporary), options.bench, size)
        figures: list[Figure] = []
        try:
            for name in options.only or MEASURES:
                if time.monotonic() > last:
                    print(f"({name}) not taken: {size.minutes:g} minutes are over; --only {name} takes it alone")
                    continue
                figures += _taken(name, bench)
        finally:  # what was measured is worth having
            show(f"speed, {size.name} size", figures, size.name)
            remember(figures, size.name)


def _taken(name: str, bench: Bench) -> Iterator[Figure]:
    """The figures of a name, each told when it is taken; a command that fails is told of, and the others go on."""
    try:
        for figure in MEASURES[name](bench):
            print(f"{figure.name}: {figure.value:.3g} {figure.unit}", file=sys.stderr)
            yield figure
    except Failed as error:
        print(f"({name}) {error}")
