"""The mirror: one state of the published tables for other readers, on a server that speaks S3."""

from collections.abc import Iterator
from pathlib import Path

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from moto.server import ThreadedMotoServer
from s3fs import S3FileSystem

from schemas.records import REJECTS, Reject, reject_rows
from warehouse.mirror import Mirrored, manifest_at, mirror
from warehouse.remote import Unreachable
from warehouse.store import Store


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[str]:
    """An empty folder of a bucket; what a server in this process holds outlives it."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "testing")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    S3FileSystem.clear_instance_cache()
    fsspec.filesystem("s3").makedirs("shared", exist_ok=True)
    yield f"s3://shared/{tmp_path.name}"
    S3FileSystem.clear_instance_cache()
    server.stop()


def write(store: Store, **details: str) -> dict[str, list[Path]]:
    """Batches of refusals, each with one of that detail; the paths as a publication hands them over."""
    for batch, detail in details.items():
        rows = reject_rows([Reject("documents", None, f"{batch}.txt", "empty", detail)])
        store.write(REJECTS, batch, rows, "key", staged=False)
    return {"rejects": store.paths("rejects")}


def told(address: str) -> list[str]:
    """The details of the refusals that the manifest leads to."""
    system = fsspec.filesystem("s3")
    names = manifest_at(address)["tables"]["rejects"]
    tables = [pq.read_table(pa.BufferReader(system.cat_file(f"{address}/{name}"))) for name in names]
    return sorted(detail for table in tables for detail in table["detail"].to_pylist())


def objects(address: str) -> int:
    fsspec.filesystem("s3").invalidate_cache()
    return len(fsspec.filesystem("s3").find(address)) - 1  # beside the manifest


def test_readers_see_one_state_and_only_what_changed_is_sent(address: str, tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert manifest_at(address) == {}
    assert mirror(write(store, a="one", b="two"), "first", address) == Mirrored(sent=2, kept=0, removed=0)
    assert (manifest_at(address)["key"], told(address)) == ("first", ["one", "two"])
    assert mirror(write(store, b="changed"), "second", address) == Mirrored(sent=1, kept=1, removed=0)
    assert told(address) == ["changed", "one"]
    assert objects(address) == 3  # whoever began with the first manifest can end
    assert mirror(write(store), "third", address).removed == 1
    assert objects(address) == 2


def test_what_was_sent_before_a_break_is_sent_again_without_harm(address: str, tmp_path: Path) -> None:
    paths = write(Store(tmp_path), a="one")
    mirror(paths, "first", address)
    fsspec.filesystem("s3").rm_file(f"{address}/manifest.json")
    assert mirror(paths, "first", address).sent == 1
    assert told(address) == ["one"]


@pytest.mark.parametrize("elsewhere", ["s3://of-someone-else/attest", "nothing://bucket/attest"])
def test_a_mirror_that_is_not_there_is_said(address: str, tmp_path: Path, elsewhere: str) -> None:
    assert address
    with pytest.raises((OSError, Unreachable)):
        mirror(write(Store(tmp_path), a="one"), "first", elsewhere)
