"""Archives are read record by record: memory follows the record, not the file."""

import gzip
import json
import random
import tracemalloc
from pathlib import Path

import pytest

from warehouse.items import Item
from warehouse.readers import items_in

RECORDS, LETTERS = 150, 60_000
WHOLE = RECORDS * LETTERS
ALPHABET = "abcdefghijklmnopqrstuvwxyz     "


def texts() -> list[str]:
    choice = random.Random(1)  # noqa: S311 - the same letters in every run
    return ["".join(choice.choices(ALPHABET, k=LETTERS)) for _ in range(RECORDS)]


def archived(text: str, number: int) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: http://example.org/{number}\r\n"
        f"Content-Type: text/plain\r\nContent-Length: {len(text)}\r\n\r\n"
    )
    return f"{head}{text}\r\n\r\n".encode()


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz", "feed.jsonl", "feed.jsonl.gz"])
def test_a_large_file_is_never_whole_in_memory(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    pack = gzip.compress if name.endswith(".gz") else bytes
    with path.open("wb") as file:
        for number, text in enumerate(texts()):
            record = archived(text, number) if ".warc" in name else f"{json.dumps({'text': text})}\n".encode()
            file.write(pack(record))
    tracemalloc.start()
    try:
        count = sum(isinstance(found, Item) for found in items_in(str(path), 1_000_000))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count == RECORDS
    assert peak < WHOLE / 3
