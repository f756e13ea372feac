"""Inputs in a bucket, read through a server that speaks S3 on loopback."""

import gzip
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import fsspec
import pytest
import zstandard
from moto.server import ThreadedMotoServer
from s3fs import S3FileSystem

from warehouse.finding import NoSuchPath, expected_items, files_in
from warehouse.landing import Reception, land
from warehouse.remote import sidecars_among
from warehouse.store import Store

NOON = datetime(2012, 7, 3, 12, tzinfo=UTC)
PAGE = "Ten soldiers left their post near the border on Monday, a spokesman said."
RECORDS = "".join(f"{json.dumps({'uri': f'feed/{n}', 'text': f'{PAGE} {n}'})}\n" for n in range(3))
WARC = (
    "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: http://example.org/a\r\nContent-Type: text/plain\r\n"
    f"Content-Length: {len(PAGE)}\r\n\r\n{PAGE}\r\n\r\n"
).encode()
FILES = {
    "2012/a.txt": f"{PAGE} First.".encode(),
    "2012/a.json": json.dumps({"outlet": "The Courier", "published": "2012-07-02"}).encode(),
    "2012/b.html.gz": gzip.compress(f"<p>{PAGE} Second.</p>".encode()),
    "2012/feed.jsonl.zst": zstandard.compress(RECORDS.encode()),
    "2012/crawl.warc.gz": gzip.compress(WARC),
    "other/c.txt": f"{PAGE} Third.".encode(),
}


@pytest.fixture(scope="module")
def bucket() -> Iterator[str]:
    """A bucket with the files; the usual variables of the environment say where its server is."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
        for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
            patch.setenv(name, "testing")
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        system = fsspec.filesystem("s3")
        system.makedirs("news", exist_ok=True)
        for name, content in FILES.items():
            system.pipe_file(f"news/{name}", content)
        yield "s3://news"
        S3FileSystem.clear_instance_cache()
    server.stop()


def landed(store: Store, *inputs: str) -> list[dict[str, object]]:
    land(Reception(list(inputs), 3, 100_000), store, NOON)
    return [row for batch in store.batches() for row in store.read("landed", batch).to_pylist()]


def test_a_folder_of_a_bucket_is_read_as_a_folder_is(bucket: str, tmp_path: Path) -> None:
    for name, content in FILES.items():
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    here = landed(Store(tmp_path / "here"), str(tmp_path / "in"))
    there = landed(Store(tmp_path / "there"), bucket)
    told = ("document_id", "media_type", "content", "given_outlet", "given_published_on")
    assert sorted(str([row[name] for name in told]) for row in there) == sorted(
        str([row[name] for name in told]) for row in here
    )
    assert len(there) == 7


def test_nothing_is_received_twice(bucket: str, tmp_path: Path) -> None:
    store = Store(tmp_path)
    landed(store, bucket)
    again = land(Reception([bucket], 3, 100_000), store, NOON)
    assert (again.new, again.known, again.refused) == (0, 7, 0)


@pytest.mark.parametrize(
    ("below", "count"),
    [
        ("", 6),
        ("/other", 1),
        ("/2012/*.gz", 2),  # a pattern
        ("/other/c.txt", 1),  # one file
    ],
)
def test_files_are_listed_in_order(bucket: str, below: str, count: int) -> None:
    found = files_in([bucket + below])
    assert (len(found), found) == (count, sorted(found))
    assert expected_items([bucket + below]) == count  # each is far smaller than a usual item


@pytest.mark.parametrize("below", ["/nothing/here", "-of-someone-else/x"])
def test_what_is_not_there_is_said(bucket: str, below: str) -> None:
    with pytest.raises(NoSuchPath, match="s3://news"):
        files_in([bucket + below])


@pytest.mark.parametrize(
    ("name", "is_sidecar"),
    [
        ("s3://b/a.json", True),
        ("s3://b/a.txt.json", True),
        ("s3://b/feed.json", False),  # beside no page
        ("a.json", False),  # local files are looked for on disk
    ],
)
def test_a_sidecar_stands_beside_its_page(name: str, is_sidecar: bool) -> None:
    assert (name in sidecars_among(["s3://b/a.txt", "a.txt", name])) is is_sidecar
