"""`python -m tests.benchmarks.speed.building WAREHOUSE`: the database built from a warehouse's files in three ways."""

import json
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import duckdb

from schemas import TABLES
from warehouse.database import build
from warehouse.store import Store

REPEATS = 3


def seconds_of(work: Callable[[], None]) -> float:
    """The least CPU seconds of a few tries."""
    seconds = []
    for _ in range(REPEATS):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return min(seconds)


def create_bare(paths: Mapping[str, Sequence[Path]], target: Path) -> None:
    """Nothing but `create table as select` from those files."""
    target.unlink(missing_ok=True)
    with duckdb.connect(str(target)) as connection:
        for name, files in paths.items():
            if files:
                connection.execute(f"create table {name} as from read_parquet({[str(f) for f in files]})")


def main(folder: str) -> None:
    """Print the seconds of each way."""
    store = Store(Path(folder))
    paths = {name: store.paths(name) for name in TABLES}
    with tempfile.TemporaryDirectory() as scratch:
        target = Path(scratch) / "attest.duckdb"
        costs = {
            "bare": seconds_of(lambda: create_bare(paths, target)),
            "tables": seconds_of(lambda: build(paths, target, with_search=False)),
            "whole": seconds_of(lambda: build(paths, target)),
        }
    print(json.dumps(costs))


if __name__ == "__main__":
    main(sys.argv[1])
