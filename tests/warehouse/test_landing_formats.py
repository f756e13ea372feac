"""Receiving: every file format is read, and what cannot be is refused with its reason."""

import gzip
import hashlib
import io
import json
import os
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from tests.warehouse.receiving import PAGE, landed, reasons, receive, warc
from warehouse.landing import Landing
from warehouse.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "warehouse")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "in"
    path.mkdir()
    return path


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("page.txt", PAGE.encode(), "text/plain"),
        ("page.html", f"<p>{PAGE}</p>".encode(), "text/html"),
        ("page.htm", f"<p>{PAGE}</p>".encode(), "text/html"),
        ("page.TXT", PAGE.encode(), "text/plain"),  # the suffix in any case
    ],
)
def test_a_page_is_its_bytes(store: Store, folder: Path, name: str, content: bytes, media_type: str) -> None:
    (folder / name).write_bytes(content)
    assert receive(store, folder).new == 1
    (row,) = landed(store)
    assert (row["document_id"], row["media_type"]) == (hashlib.sha256(content).hexdigest(), media_type)
    assert (row["content"], row["uri"]) == (content, str(folder / name))


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress])
def test_a_compressed_page_is_the_page(store: Store, folder: Path, pack: object) -> None:
    suffix = ".gz" if pack is gzip.compress else ".zst"
    (folder / f"page.txt{suffix}").write_bytes(pack(PAGE.encode()))  # type: ignore[operator]
    receive(store, folder)
    assert landed(store)[0]["document_id"] == hashlib.sha256(PAGE.encode()).hexdigest()


RECORD = {
    "text": PAGE,
    "uri": "http://example.org/1",
    "published": "2012-07-02",
    "outlet": "The Example",
    "title": "Ten",
}


def as_parquet(record: dict[str, str]) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([record]), out)
    return out.getvalue()


def as_csv(record: dict[str, str]) -> bytes:
    quoted = (f'"{value}"' for value in record.values())
    return f"{','.join(record)}\n{','.join(quoted)}\n".encode()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("pages.jsonl", json.dumps(RECORD).encode()),
        ("pages.ndjson", json.dumps(RECORD).encode() + b"\n\n"),  # a blank line is no record
        ("pages.jsonl.gz", gzip.compress(json.dumps(RECORD).encode())),
        ("pages.csv", as_csv(RECORD)),
        ("pages.csv.zst", zstandard.compress(as_csv(RECORD))),
        ("pages.parquet", as_parquet(RECORD)),
        ("pages.parquet.gz", gzip.compress(as_parquet(RECORD))),
    ],
)
def test_a_record_says_what_it_is(store: Store, folder: Path, name: str, content: bytes) -> None:
    (folder / name).write_bytes(content)
    receive(store, folder)
    (row,) = landed(store)
    assert (row["content"], row["uri"]) == (PAGE.encode(), RECORD["uri"])
    assert (row["given_outlet"], row["given_title"], str(row["given_published_on"])) == (
        "The Example",
        "Ten",
        "2012-07-02",
    )


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz", "crawl.warc.zst"])
def test_an_archive_holds_many_pages(store: Store, folder: Path, name: str) -> None:
    content = warc({f"http://example.org/{n}": f"<p>{PAGE} {n}</p>" for n in range(4)})
    pack = {".gz": gzip.compress, ".zst": zstandard.compress}.get(Path(name).suffix, bytes)
    (folder / name).write_bytes(pack(content))
    assert receive(store, folder).new == 4
    assert {row["uri"] for row in landed(store)} == {f"http://example.org/{n}" for n in range(4)}
    assert len(store.batches()) == 2  # at most three items a batch


@pytest.mark.parametrize("sidecar", ["page.json", "page.txt.json"])
def test_a_sidecar_speaks_for_its_page(store: Store, folder: Path, sidecar: str) -> None:
    (folder / "page.txt").write_text(PAGE)
    (folder / sidecar).write_text(
        json.dumps({"uri": "http://example.org/a", "published": "Mon, 02 Jul 2012 08:00:00 GMT"})
    )
    landing = receive(store, folder)
    (row,) = landed(store)
    assert (row["uri"], str(row["given_published_on"]), landing.refused) == ("http://example.org/a", "2012-07-02", 0)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("page.txt.gz", gzip.compress(os.urandom(5000))[:2000], "truncated"),
        ("page.txt.zst", b"not compressed at all", "truncated"),
        ("page.pdf", b"%PDF-1.4 ... /Encrypt 5 0 R", "password_protected"),
        ("pages.zip", b"PK\x03\x04\x14\x00\x01\x00rest", "password_protected"),
        ("pages.zip", b"PK\x03\x04\x14\x00\x00\x00rest", "unsupported_type"),
        ("pages.parquet", b"no parquet", "unreadable"),
        ("pages.jsonl", b"{broken", "bad_record"),
        ("pages.jsonl", b"[1, 2]", "bad_record"),
        ("pages.jsonl", b'{"title": "no text"}', "empty"),
        ("lonely.json", b"{}", "unsupported_type"),  # a sidecar without its page
        ("page.txt", b"x" * 100_001, "too_large"),
        ("pages.jsonl", b'{"text": "' + b"x" * 200_000 + b'"}', "too_large"),
        ("page.txt.gz", gzip.compress(b"x" * 10_000_000), "too_large"),  # a small bomb
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(
    store: Store, folder: Path, name: str, content: bytes, reason: str
) -> None:
    (folder / name).write_bytes(content)
    (folder / "sound.txt").write_text(PAGE)
    landing = receive(store, folder)
    assert (reasons(store), landing.new, landing.refused) == ([reason], 1, 1)
    assert receive(store, folder).refused == 0  # and said once


def test_a_bad_sidecar_refuses_its_page(store: Store, folder: Path) -> None:
    (folder / "page.txt").write_text(PAGE)
    (folder / "page.json").write_text("{broken")
    receive(store, folder)
    assert reasons(store) == ["unreadable"]


def test_a_pipe_is_no_file(store: Store, folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    receive(store, folder)
    assert reasons(store) == ["not_a_file"]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("short.bin", b"PK\x03\x04", "unsupported_type"),  # breaks off before the flag that says it is locked
        (
            "bare.warc",  # a response without an address
            b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: 2\r\n\r\nhi\r\n\r\n",
            "unreadable",
        ),
        ("negative.warc", b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\nxx", "truncated"),
        ("none.jsonl", b"\n\n", "empty"),
        ("none.csv", b"text,uri\n", "empty"),
    ],
)
def test_what_a_reader_stumbles_over_is_refused(
    store: Store, folder: Path, name: str, content: bytes, reason: str
) -> None:
    (folder / name).write_bytes(content)
    (folder / "good.txt").write_text(PAGE, encoding="utf-8")
    assert receive(store, folder).new == 1
    assert reasons(store) == [reason]


def test_a_name_in_no_known_encoding_is_written_with_escapes(store: Store, folder: Path) -> None:
    (folder / os.fsdecode(b"caf\xe9.txt")).write_text(PAGE, encoding="utf-8")
    (folder / os.fsdecode(b"caf\xe9.xyz")).write_text(PAGE, encoding="utf-8")
    assert receive(store, folder).new == 1
    assert [row["uri"] for row in landed(store)] == [str(folder / r"caf\udce9.txt")]
    assert receive(store, folder) == Landing([], new=0, known=2, refused=0)


def test_a_lone_surrogate_in_a_field_is_written_as_an_escape(store: Store) -> None:
    record = json.dumps({"text": PAGE, "uri": "http://news.example/\ud800", "title": "\udfff"})
    receive(store, "-", standard_input=record.encode())
    (row,) = landed(store)
    assert (row["uri"], row["given_title"]) == (r"http://news.example/\ud800", r"\udfff")


@pytest.mark.parametrize("target", ["../secret.json", "/etc/hostname"])
def test_a_sidecar_that_leads_out_of_the_folder_is_not_read(store: Store, folder: Path, target: str) -> None:
    (folder.parent / "secret.json").write_text('{"outlet": "Secret"}', encoding="utf-8")
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")
    (folder / "page.json").symlink_to(target)
    receive(store, folder)
    assert (landed(store), set(reasons(store))) == ([], {"unreadable", "outside_input"})


def test_a_bomb_of_records_is_refused(store: Store, folder: Path) -> None:
    (folder / "bomb.jsonl.gz").write_bytes(gzip.compress((b" " * 65_535 + b"\n") * 2_000))
    lines = pa.table({"text": pa.array(["x"] * 2_000_000).dictionary_encode()})
    pq.write_table(lines, folder / "rows.parquet")
    receive(store, folder)
    assert reasons(store) == ["too_large", "too_large"]


def test_a_web_archive_with_wrong_lengths_prints_nothing(
    store: Store, folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    record = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 5\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<p>more</p>\r\n\r\n"
    (folder / "wrong.warc").write_bytes(record * 2)
    receive(store, folder)
    assert reasons(store) == ["unreadable"]
    assert capfd.readouterr().err == ""


def test_the_longest_name_has_no_room_for_a_sidecar(store: Store, folder: Path) -> None:
    (folder / ("a" * 251 + ".txt")).write_text(PAGE, encoding="utf-8")
    assert receive(store, folder).new == 1
