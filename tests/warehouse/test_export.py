"""Claims and events as files: every row with its provenance, nothing half-written, nothing that runs."""

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from tests.rows import database_of, document_id
from warehouse.export import UnknownFormat, export
from warehouse.sql import Refused

HERE = document_id("here")
FORMATS = ("csv", "parquet", "geojson", "plover")
CLAIM = {
    "claim_id": "c1", "document_id": HERE, "type_code": "defection", "mode": "desertion", "status": "unconfirmed",
    "plover_code": "SANCTION:withdraw", "cameo_code": "120", "acled_code": "Change to group/activity",
    "trigger": "defected", "trigger_raw_start_char": 20, "trigger_raw_end_char": 28, "raw_start_char": 10,
    "raw_end_char": 60, "sentence": "=Two colonels defected near Qasr, an aide said.", "actor_text": "Two colonels",
    "target_text": "the army", "recipient_text": "the rebels", "ranks": ["colonel"], "unit_text": "4th Brigade",
    "count_text": "Two", "count_low": 2, "count_high": 2, "place_text": "Qasr", "place_id": "geonames:1",
    "date_text": "Monday", "date_low": date(2012, 8, 6), "date_high": date(2012, 8, 6), "source_text": "an aide",
    "source_kind": "person", "destination_text": "Jordan", "destination_id": "JO",
}  # fmt: skip
TABLES: dict[str, list[dict[str, Any]]] = {
    "documents": [
        {"document_id": HERE, "uri": "here.html", "outlet": "Gazette", "published_on": date(2012, 8, 7)}
    ],
    "mentions": [
        {
            "document_id": HERE, "label": "place", "text": "Qasr", "gazetteer_id": "geonames:1", "latitude": 34.5,
            "longitude": 40.25, "country_code": "SY", "place_precision": "city",
        }
    ],
    "claims": [CLAIM, {"claim_id": "c2", "document_id": HERE, "type_code": "displacement", "sentence": "They fled."}],
    "events": [
        {
            "event_id": "e1", "type_code": "defection", "place_id": "geonames:1", "claim_count": 1, "document_count": 1,
            "outlet_count": 1, "count_low": 2, "summary": "Defection of 2 at Qasr",
        }
    ],
    "event_claims": [{"event_id": "e1", "claim_id": "c1"}],
}  # fmt: skip


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of every format."""
    folder = tmp_path_factory.mktemp("warehouse")
    export(database_of(folder, TABLES), folder / "files", FORMATS)
    return folder / "files"


def test_every_format_writes_its_files_whole(exported: Path) -> None:
    assert sorted(path.name for path in exported.iterdir()) == [
        "claims.csv", "claims.geojson", "claims.parquet", "claims.plover.jsonl",
        "events.csv", "events.geojson", "events.parquet",
    ]  # fmt: skip


def test_csv_has_a_row_for_every_claim_and_no_formula(exported: Path) -> None:
    with (exported / "claims.csv").open(encoding="utf-8", newline="") as lines:
        first, second = csv.DictReader(lines)
    assert first["sentence"] == "'=Two colonels defected near Qasr, an aide said."
    assert (first["ranks"], first["count_low"], first["date_low"]) == ('["colonel"]', "2", "2012-08-06")
    assert (first["uri"], first["outlet"], first["event_id"], first["latitude"]) == (
        "here.html",
        "Gazette",
        "e1",
        "34.5",
    )
    assert (second["claim_id"], second["event_id"], second["latitude"]) == ("c2", "", "")


@pytest.mark.parametrize("table", ["claims", "events"])
def test_parquet_and_csv_have_the_same_columns(exported: Path, table: str) -> None:
    with (exported / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        header = next(csv.reader(lines))
    assert pq.read_schema(exported / f"{table}.parquet").names == header


@pytest.mark.parametrize("table", ["claims", "events"])
@pytest.mark.parametrize(
    "place", [{"document_id", "document_ids"}, {"uri", "uris"}, {"outlet", "outlets"}, {"sentence", "sentences"}]
)
def test_every_row_leads_back_to_its_words(exported: Path, table: str, place: set[str]) -> None:
    assert place & set(pq.read_schema(exported / f"{table}.parquet").names)


@pytest.mark.parametrize(("table", "key"), [("claims", "c1"), ("events", "e1")])
def test_geojson_holds_what_lies_somewhere(exported: Path, table: str, key: str) -> None:
    collection = json.loads((exported / f"{table}.geojson").read_text(encoding="utf-8"))
    (feature,) = collection["features"]
    assert collection["type"] == "FeatureCollection"
    assert (feature["type"], feature["id"]) == ("Feature", key)
    assert feature["geometry"] == {"type": "Point", "coordinates": [40.25, 34.5]}  # longitude first
    assert feature["properties"]["place_precision"] == "city"


def test_plover_codes_type_mode_parties_and_provenance(exported: Path) -> None:
    (record,) = map(json.loads, (exported / "claims.plover.jsonl").read_text(encoding="utf-8").splitlines())
    assert (record["event"], record["mode"]) == ("SANCTION", "withdraw")
    assert record["actor"] == {"text": "Two colonels", "unit": "4th Brigade", "ranks": ["colonel"]}
    assert (record["recipient"], record["other"]) == ({"text": "the army"}, {"text": "the rebels"})
    assert record["date"] == {"low": "2012-08-06", "high": "2012-08-06", "text": "Monday"}
    assert record["location"]["country"] == "SY"
    assert record["magnitude"] == {"low": 2, "high": 2, "text": "Two", "is_total": False}
    assert record["attest"]["type_code"] == "defection"
    provenance = record["provenance"]
    assert (provenance["document_id"], provenance["uri"], provenance["outlet"]) == (HERE, "here.html", "Gazette")
    assert (provenance["raw_start_char"], provenance["raw_end_char"]) == (10, 60)
    assert provenance["sentence"] == CLAIM["sentence"]  # a program gets the words as they are


def test_exporting_twice_gives_the_same_bytes(exported: Path) -> None:
    before = {path.name: path.read_bytes() for path in exported.iterdir()}
    export(exported.parent / "attest.duckdb", exported, FORMATS)
    assert {path.name: path.read_bytes() for path in exported.iterdir()} == before


def test_an_unknown_format_writes_nothing(exported: Path, tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat, match="no format 'xlsx': there is csv, parquet, geojson, plover"):
        export(exported.parent / "attest.duckdb", tmp_path / "files", ["csv", "xlsx"])
    assert not (tmp_path / "files").exists()


def test_no_database_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="not a database"):
        export(tmp_path / "attest.duckdb", tmp_path / "files", ["csv"])
