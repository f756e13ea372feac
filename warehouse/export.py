"""Claims and events as files for other tools, every row with its provenance."""

import csv
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from warehouse.formats import csv_cell, json_line
from warehouse.selects import select_in
from warehouse.sql import opened

FOLDER = Path(__file__).parent / "exports"
TABLES = ("claims", "events")
AT_ONCE = 2_000  # rows in memory at a time

Row = dict[str, Any]


class UnknownFormat(ValueError):
    """A name that is no format to export in."""


def export(database: Path, folder: Path, formats: Iterable[str]) -> list[Path]:
    """Write the files of each format and return them; raises UnknownFormat, and Refused when there is no database.

    Each file is written beside its name and put in place whole.
    """
    wanted = list(dict.fromkeys(formats))
    for name in wanted:
        if name not in WRITERS:
            raise UnknownFormat(f"no format {name!r}: there is {', '.join(WRITERS)}")
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    with opened(database) as connection:
        for name in wanted:
            suffix, tables, write = WRITERS[name]
            for table in tables:
                path = folder / f"{table}.{suffix}"
                beside = path.with_name(path.name + ".tmp")
                write(_rows_of(connection, table), beside)
                beside.replace(path)
                written.append(path)
    return written


def _rows_of(connection: duckdb.DuckDBPyConnection, table: str) -> pa.RecordBatchReader:
    return connection.sql(select_in(FOLDER / f"{table}.sql").body).to_arrow_reader(AT_ONCE)


def _each(reader: pa.RecordBatchReader) -> Iterator[Row]:
    for batch in reader:
        yield from batch.to_pylist()


def write_csv(reader: pa.RecordBatchReader, path: Path) -> None:
    """CSV with a header (RFC 4180, UTF-8): lists as JSON, no cell that starts a formula."""
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(reader.schema.names)
        writer.writerows([csv_cell(value) for value in row.values()] for row in _each(reader))


def write_parquet(reader: pa.RecordBatchReader, path: Path) -> None:
    """Parquet, compressed."""
    with pq.ParquetWriter(path, reader.schema, compression="zstd") as writer:
        for batch in reader:
            writer.write_batch(batch)


def write_geojson(reader: pa.RecordBatchReader, path: Path) -> None:
    """A FeatureCollection (RFC 7946) of the rows that lie somewhere; how exactly is `place_precision`."""
    with path.open("w", encoding="utf-8") as out:
        out.write('{"type": "FeatureCollection", "features": [')
        separator = "\n"
        for row in _each(reader):
            if row["latitude"] is not None:
                out.write(separator + json_line(feature_of(row)))
                separator = ",\n"
        out.write("\n]}\n")


def feature_of(row: Row) -> Row:
    """One located row as a GeoJSON feature."""
    properties = {name: value for name, value in row.items() if name not in ("latitude", "longitude")}
    return {
        "type": "Feature",
        "id": row.get("claim_id") or row["event_id"],
        "geometry": {"type": "Point", "coordinates": [row["longitude"], row["latitude"]]},
        "properties": properties,
    }


def write_plover(reader: pa.RecordBatchReader, path: Path) -> None:
    """JSON Lines: one record a claim, in PLOVER's terms; a claim of a type that PLOVER has not is left out."""
    with path.open("w", encoding="utf-8") as out:
        for row in _each(reader):
            if row["plover_code"] is not None:
                out.write(json_line(plover_record_of(row)) + "\n")


def plover_record_of(claim: Row) -> Row:
    """A claim as PLOVER codes events: type and mode, who to whom, when, where, how many, and from which text."""
    event_type, _, mode = claim["plover_code"].partition(":")
    return {
        "id": claim["claim_id"],
        "event": event_type,
        "mode": mode or None,
        "date": {"low": claim["date_low"], "high": claim["date_high"], "text": claim["date_text"]},
        "actor": _party(claim["actor_text"], unit=claim["unit_text"], ranks=claim["ranks"]),
        "recipient": _party(claim["target_text"]),
        "other": _party(claim["recipient_text"]),
        "location": {
            "name": claim["place_text"],
            "id": claim["place_id"],
            "country": claim["country_code"],
            "precision": claim["place_precision"],
            "latitude": claim["latitude"],
            "longitude": claim["longitude"],
        },
        "destination": {"name": claim["destination_text"], "id": claim["destination_id"]},
        "magnitude": {
            "low": claim["count_low"],
            "high": claim["count_high"],
            "text": claim["count_text"],
            "is_total": claim["is_total"],
        },
        "status": claim["status"],
        "attest": {name: claim[name] for name in ("type_code", "mode", "event_id", "cameo_code", "acled_code")},
        "provenance": {name: claim[name] for name in PROVENANCE},
    }


PROVENANCE = (
    "document_id", "uri", "outlet", "title", "published_on", "copies_document_id", "source_text", "source_kind",
    "sentence", "raw_start_char", "raw_end_char", "trigger", "trigger_raw_start_char", "trigger_raw_end_char",
)  # fmt: skip


def _party(text: str | None, **more: object) -> Row | None:
    said = {"text": text, **{name: value for name, value in more.items() if value}}
    return said if text is not None or len(said) > 1 else None


Writer = Callable[[pa.RecordBatchReader, Path], None]
WRITERS: dict[str, tuple[str, tuple[str, ...], Writer]] = {
    "csv": ("csv", TABLES, write_csv),
    "parquet": ("parquet", TABLES, write_parquet),
    "geojson": ("geojson", TABLES, write_geojson),
    "plover": ("plover.jsonl", ("claims",), write_plover),
}
