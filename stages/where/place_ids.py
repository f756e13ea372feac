"""The gazetteer's ids of the places in rows of claims."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa


def place_ids(mentions: pa.Table) -> dict[str, list[tuple[int, int, str]]]:
    """Resolved places as raw (start, end, gazetteer id), by document."""
    ids: dict[str, list[tuple[int, int, str]]] = {}
    columns = ("document_id", "label", "raw_start_char", "raw_end_char", "gazetteer_id")
    for row in mentions.select(columns).to_pylist():
        if row["label"] == "place" and row["gazetteer_id"] is not None:
            span = (row["raw_start_char"], row["raw_end_char"], row["gazetteer_id"])
            ids.setdefault(row["document_id"], []).append(span)
    return ids


def with_place_ids(row: dict[str, object], ids: dict[str, list[tuple[int, int, str]]]) -> dict[str, object]:
    """The row with the gazetteer's id of the first resolved name inside its place and destination."""
    known = ids.get(str(row["document_id"]), [])
    for name, key in (("place", "place_id"), ("destination", "destination_id")):
        row[key] = next(_inside(row[f"{name}_raw_start_char"], row[f"{name}_raw_end_char"], known), None)
    return row


def _inside(start: object, end: object, known: list[tuple[int, int, str]]) -> Iterator[str]:
    if isinstance(start, int) and isinstance(end, int):
        yield from (place_id for first, last, place_id in known if first < end and last > start)
