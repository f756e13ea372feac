"""Figures of the database: how long building it takes, and how long the marts take at a million claims."""

import json
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import duckdb

from schemas import TABLES
from tests.benchmarks.speed.bench import Bench
from tests.benchmarks.speed.building import create_bare
from tests.benchmarks.speed.figure import Figure
from tests.benchmarks.speed.spent import spent_by
from warehouse.database import build
from warehouse.store import Store

SPEED = "tests.benchmarks.speed"
REPEATS = 5
MARTS = sorted(path.stem for path in (Path(__file__).parents[3] / "warehouse" / "marts").glob("*.sql"))
NUMBERED = {  # the keys that are told apart from copy to copy; what is not listed is taken once
    "documents": ("document_id", "uri", "superseded_by"),
    "raw_documents": ("document_id", "uri"),
    "mentions": ("mention_id", "document_id"),
    "claims": ("claim_id", "document_id"),
    "events": ("event_id",),
    "event_claims": ("event_id", "claim_id"),
    "duplicates": ("document_id", "copies_document_id"),
}
DATED = {"claims": ("date_low", "date_high"), "events": ("date_low", "date_high", "first_reported_on")}
DROPPED = {"documents": "text", "raw_documents": "text"}  # no mart reads them, and they are what weighs
DAYS = 3_650  # over which the copies are spread


def building(bench: Bench) -> Iterator[Figure]:
    """(f) The build against `create table as select` from the same files, in DuckDB at the same settings."""
    folder, _ = bench.run("conflict", bench.size.usual)
    build_costs = spent_by(str(folder), folder=folder / "build", module=f"{SPEED}.building")
    seconds = json.loads(build_costs.output.splitlines()[-1])
    bare = seconds["bare"]
    few = f"at {bench.size.usual:,} documents / create table as select"
    yield Figure(f"(f) database without search {few}", seconds["tables"] / bare)
    yield Figure(f"(f) database with its search index {few}", seconds["whole"] / bare)


def marts(bench: Bench) -> Iterator[Figure]:
    """(f), (i) The build where what it costs to begin with does not count, and every mart read whole."""
    bench.warehouse("marts")
    folder = bench.folder / "million"
    database, note = folder / "attest.duckdb", folder / "costs.json"
    if not note.exists():
        paths = multiplied(Store(bench.folder / "bundled"), folder, bench.size.claims)
        note.write_text(json.dumps(_built(paths, database)), encoding="utf-8")
    costs = json.loads(note.read_text(encoding="utf-8"))
    ratio = costs["tables"] / costs["bare"]
    yield Figure(f"(f) database at {bench.size.claims:,} claims / create table as select", ratio, "", 1.5)
    with duckdb.connect(str(database), read_only=True, config={"threads": 2}) as connection:
        for mart in MARTS:
            seconds: list[float] = []
            for _ in range(REPEATS):
                start = time.perf_counter()
                connection.sql(f"select * from {mart}").to_arrow_table()
                seconds.append(time.perf_counter() - start)
            yield Figure(f"(i) {mart} at {bench.size.claims:,} claims", min(seconds), "s", 1.0)


def _built(paths: dict[str, list[Path]], database: Path) -> dict[str, float]:
    """The seconds of CPU of building the database, and of creating its tables and no more."""
    costs: dict[str, float] = {}
    for name, make in (("bare", create_bare), ("tables", partial(build, with_search=False))):
        start = time.process_time()
        make(paths, database)
        costs[name] = time.process_time() - start
    return costs


def multiplied(store: Store, folder: Path, claims: int) -> dict[str, list[Path]]:
    """The tables of a warehouse so often over that there are so many claims, each copy with ids and days of its own."""
    paths: dict[str, list[Path]] = {}
    folder.mkdir(parents=True, exist_ok=True)
    with duckdb.connect(config={"memory_limit": "2GB", "temp_directory": str(folder / "spill")}) as connection:
        for name in TABLES:
            if stored := store.paths(name):
                files = [str(path) for path in stored]
                connection.read_parquet(files, union_by_name=True, hive_partitioning=False).create_view(name)
        times = -(-claims // connection.table("claims").count("*").fetchall()[0][0])
        for name in ("runs", "checks", "entities", "entity_forms"):
            paths[name] = store.paths(name)
        for name, keys in NUMBERED.items():
            if not store.paths(name):
                continue
            path = folder / f"{name}.parquet"
            columns = set(connection.table(name).columns)
            changes = [f"{key} || '-' || copy as {key}" for key in keys if key in columns]
            changes += [f"({day} + ((copy * 7919) % {DAYS})::integer)::date as {day}" for day in DATED.get(name, ())]
            changes += ["'' as text"] if name in DROPPED else []
            connection.execute(
                f"copy (select * replace ({', '.join(changes)}) from {name}, range({times}) as copies(copy)) "
                f"to '{path}' (compression zstd)"
            )
            paths[name] = [path]
    return paths
