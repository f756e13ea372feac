"""`python -m tests.benchmarks.speed.corpus WAREHOUSE SCRATCH TIMES`: the stages over the corpus, on a multiplied one.

Every document of the warehouse stands there so many times, with ids, days and signatures of its own; names do not, so
that the number of entities hardly grows.
"""

import json
import resource
import sys
import time
from pathlib import Path

import duckdb

from pipelines.cli import environment_of
from pipelines.commands import settings_of
from pipelines.resources import resources_for
from pipelines.scratch import lend_gazetteers
from stages import STAGES
from warehouse.inputs import input_rows, tables_of
from warehouse.store import Store

KEYS = ("document_id", "claim_id", "mention_id", "uri", "copies_document_id")
DAYS = ("published_on", "date_low", "date_high")
SPREAD = 3_650  # days
CHANGES = {
    "bands": "list_transform(bands, lambda band: band || '-' || copy)",
    "passages": "list_transform(passages, lambda passage: (hash(passage, copy) >> 1)::bigint)",
}


def multiplied(store: Store, target: Store, times: int) -> None:
    """The tables that the stages over the corpus read, each row so many times."""
    made = {table.name for stage in STAGES if stage.per == "corpus" for table in stage.makes}
    read = {table for stage in STAGES if stage.per == "corpus" for name in stage.reads for table in tables_of(name)}
    with duckdb.connect(config={"memory_limit": "2GB", "temp_directory": str(target.root / "spill")}) as connection:
        for name in sorted(read - made):
            if not store.paths(name):
                continue
            rows = connection.read_parquet([str(path) for path in store.paths(name)], union_by_name=True)
            rows.create_view(name)
            columns = dict(zip(rows.columns, map(str, rows.types), strict=True))
            changes = [f"{key} || '-' || copy as {key}" for key in KEYS if key in columns]
            changes += [f"({d} + ((copy * 37) % {SPREAD})::integer)::date as {d}" for d in DAYS if d in columns]
            changes += [f"{change} as {column}" for column, change in CHANGES.items() if column in columns]
            path = target.path_of(name, "all")
            path.parent.mkdir(parents=True, exist_ok=True)
            replaced = f"replace ({', '.join(changes)})" if changes else ""
            connection.execute(
                f"copy (select {name}.* {replaced} from {name}, range({times}) as copies(copy)) "
                f"to '{path}' (compression zstd)"
            )


def main(folder: str, scratch: str, times: str) -> None:
    """Print the CPU seconds and rows of each stage, and the peak of this process in MiB."""
    environment_of(Path(scratch))
    store, target = Store(Path(folder)), Store(Path(scratch))
    lend_gazetteers(store.root / "data", target.root / "data")
    multiplied(store, target, int(times))
    settings = settings_of(target.root)
    costs: dict[str, tuple[float, int]] = {}
    for stage in (stage for stage in STAGES if stage.per == "corpus"):
        start = time.process_time()
        made = stage.function(*(input_rows(name, target) for name in stage.reads), **resources_for(stage, settings))
        for table in stage.makes:
            target.write(
                table, "corpus", made.rows if table is stage.makes[0] else made.also[table.name], "", staged=False
            )
        costs[stage.name] = (round(time.process_time() - start, 2), made.rows.num_rows)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"stages": costs, "peak": round(peak)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
