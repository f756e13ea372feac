"""Files that are cut, damaged, mislabelled, packed in one another or packed without measure, and records that lie."""

import gzip
import io
import json
import random
from collections.abc import Iterator

import pyarrow as pa
import pyarrow.parquet as pq
import zstandard

from tests.hostile.texts import Named, story

SUFFIXES = (".txt", ".html", ".htm", ".jsonl", ".csv", ".parquet", ".warc", ".txt.gz", ".html.zst", ".jsonl.gz")
MAGIC = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\x7fELF",
    b"Rar!",
    b"7z\xbc\xaf",
    b"BZh9",
    b"\xfd7zXZ",
    b"GIF8",
    b"PAR1",
)
NESTED = 200_000
LINES = (
    "[" * NESTED,
    '{"a":' * NESTED,
    "9" * 100_000,
    '{"text": "',
    "\ud800",
    "{}",
    "[]",
    "null",
    "{'text': 'x'}",
    "\x00" * 500,
    '"',
    "1e9999",
)
TABLES = (
    '"' * 9_999,
    "text\n" + '"' + "x" * 500_000,
    "text,text\na,b",
    "\x00,\x00\n1,2",
    "text\n\ud800",
    "\n" * 999,
    ";;;",
)


def archive_head(length: object) -> bytes:
    """The head of a record of a web archive that says how long it is."""
    kind = "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http"
    return f"{kind}\r\nContent-Length: {length}\r\n\r\n".encode()


def sound(chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """One whole file of each kind."""
    records = [{"text": story(chance), "title": "A report", "published": "2012-07-03"} for _ in range(5)]
    lines = b"".join(json.dumps(record).encode() + b"\n" for record in records)
    parquet = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(records), parquet)
    page = f"<p>{story(chance)}</p>".encode()
    response = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: {len(response)}\r\n\r\n"
    )
    archive = head.encode() + response + b"\r\n\r\n"
    yield ".txt", story(chance).encode()
    yield ".html", b"<html><body>" + page + b"</body></html>"
    yield ".jsonl", lines
    yield ".csv", ("text,title\n" + "".join(f'"{record["text"]}",x\n' for record in records)).encode()
    yield ".parquet", parquet.getvalue()
    yield ".warc", archive
    yield ".txt.gz", gzip.compress(story(chance).encode())
    yield ".jsonl.zst", zstandard.compress(lines)
    yield ".warc.gz", gzip.compress(archive)
    yield ".parquet.gz", gzip.compress(parquet.getvalue())


def noise(chance: random.Random) -> Named:
    """Random bytes under every suffix."""
    for at in range(110):
        yield f"noise{SUFFIXES[at % len(SUFFIXES)]}", chance.randbytes(chance.choice((0, 1, 2, 7, 100, 5_000, 60_000)))


def damaged(chance: random.Random) -> Named:
    """Whole files cut anywhere, with bytes turned, or with another file behind them."""
    for _ in range(11):
        for suffix, content in sound(chance):
            yield f"cut{suffix}", content[: chance.randrange(len(content))]
            turned = bytearray(content)
            for _ in range(chance.choice((1, 3, 40))):
                turned[chance.randrange(len(turned))] = chance.randrange(256)
            yield f"turned{suffix}", bytes(turned)
    for suffix, content in sound(chance):
        yield f"doubled{suffix}", content + content[: len(content) // 2]


def mislabelled(chance: random.Random) -> Named:
    """Every kind of file under the suffix of every other."""
    for suffix, _ in sound(chance):
        for other, content in sound(chance):
            if suffix != other:
                yield f"really{other.replace('.', '-')}{suffix}", content
    for magic in MAGIC:
        yield "magic.txt", magic + story(chance).encode()
        yield "magic.bin", magic + chance.randbytes(500)


def packed(chance: random.Random) -> Named:
    """Compression within compression, and little that becomes much."""
    nested = story(chance).encode()
    for _ in range(12):
        nested = gzip.compress(nested)
        yield "nested.txt.gz", nested
        yield "nested.gz.gz", nested
        yield "nested.html.zst", zstandard.compress(nested)
    for suffix in (".txt", ".html", ".jsonl", ".csv", ".warc", ".parquet"):
        blank = (b" " * 65_535 + b"\n") * 1_600
        yield f"bomb{suffix}.gz", gzip.compress(blank + story(chance).encode())
        yield f"bomb{suffix}.zst", zstandard.compress(blank * 4 + story(chance).encode())
    rows = io.BytesIO()
    pq.write_table(pa.table({"text": pa.array([story(chance)] * 3_000_000).dictionary_encode()}), rows)
    yield "rows.parquet", rows.getvalue()
    cell = io.BytesIO()
    pq.write_table(pa.table({"text": pa.array([" " * 80_000_000])}), cell, compression="zstd")
    yield "cell.parquet", cell.getvalue()


def records(chance: random.Random) -> Named:
    """Records that are no records, or say what cannot be."""
    odd: list[object] = [
        None,
        True,
        [],
        {},
        0,
        -1,
        1.5,
        "",
        " ",
        "x",
        [[]],
        {"text": "y"},
        10**400,
        float("nan"),
        float("inf"),
        "\ud800",
        "\x00",
        "\udfff" * 50,
        "../../../../etc/passwd",
        "file:///etc/passwd",
        "s3://nowhere/x",
        "'; drop table documents; --",
        "javascript:alert(1)",
        "x" * 100_000,
    ]
    for value in odd:
        for field in ("text", "html", "published", "outlet", "title"):
            yield f"{field}.jsonl", json.dumps({"text": story(chance)} | {field: value}).encode()
    for line in LINES:
        yield "line.jsonl", f"{line}\n{json.dumps({'text': story(chance)})}\n".encode("utf-8", "surrogatepass")
    wide = ",".join(f"c{at}" for at in range(20_000))
    for content in (wide, *TABLES):
        yield "rows.csv", f"{content}\n{story(chance)}\n".encode("utf-8", "surrogatepass")
    for length in ("-1", "99999999999999999999", "x", "", "0", "5"):
        yield (
            "length.warc",
            f"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {length}\r\n\r\n{story(chance)}".encode(),
        )


FILES = (noise, damaged, mislabelled, packed, records)
