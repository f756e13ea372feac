"""The gazetteer's files: compiled once for the same sources."""

from functools import cache
from pathlib import Path

import pyarrow as pa
import pytest

from schemas.places import GAZETTEER, GAZETTEER_NAMES
from warehouse.gazetteer import cities, gazetteer_in, subdivisions

towns = cache(cities)  # seconds each time


def test_compiled_once_for_the_same_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("warehouse.gazetteer.cities", towns)
    calls: list[int] = []

    def compile_tables(places: pa.Table, settled: pa.Table, parts: pa.Table) -> tuple[pa.Table, pa.Table]:
        calls.append(places.num_rows * settled.num_rows * parts.num_rows)
        return GAZETTEER.empty(), GAZETTEER_NAMES.empty()

    for version in ("one", "one", "two"):
        places, names = gazetteer_in(tmp_path, compile_tables, version)
        assert (places.schema.names, names.schema.names) == (GAZETTEER.schema.names, GAZETTEER_NAMES.schema.names)
    assert len(calls) == 2
    assert all(calls)
    assert not list(tmp_path.rglob("*.tmp"))


def test_sources_have_what_the_compilation_reads() -> None:
    assert {"geonameid", "name", "country_code", "admin1_code", "alternate_names"} <= set(towns().schema.names)
    assert "SY-HI" in subdivisions()["place_id"].to_pylist()
