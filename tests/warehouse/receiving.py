"""Receptions as the tests of landing make them, and what came of them."""

import io
from datetime import UTC, datetime
from pathlib import Path

import pyarrow.parquet as pq

from warehouse.landing import Landing, Reception, land
from warehouse.store import Store

NOON = datetime(2012, 7, 3, 12, tzinfo=UTC)
PAGE = "Ten soldiers left their post near the border on Monday."


def receive(
    store: Store, *inputs: Path | str, standard_input: bytes | None = None, max_bytes: int = 100_000
) -> Landing:
    stream = None if standard_input is None else io.BytesIO(standard_input)
    return land(Reception([str(name) for name in inputs], 3, max_bytes, stream), store, NOON)


def landed(store: Store) -> list[dict[str, object]]:
    return [row for batch in store.batches() for row in store.read("landed", batch).to_pylist()]


def reasons(store: Store) -> list[str]:
    return sorted(
        row["reason_code"]
        for path in store.paths("rejects")
        for row in pq.read_table(path, partitioning=None).to_pylist()
    )


def warc(pages: dict[str, str]) -> bytes:
    """A web archive, record by record as the standard writes it."""
    records = b""
    for uri, html in pages.items():
        response = f"HTTP/1.0 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{html}".encode()
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {uri}\r\nContent-Type: application/http\r\n"
        records += f"{head}Content-Length: {len(response)}\r\n\r\n".encode() + response + b"\r\n\r\n"
    return records
