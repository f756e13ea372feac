"""Items in files: one a file for text and HTML, many for records and web archives."""

import csv
import io
import json
import os
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from pathlib import Path
from typing import IO, cast

import pyarrow as pa
import pyarrow.parquet as pq

from schemas.records import Reject
from warehouse.compression import BROKEN, FLOOR, GROWTH, TooLarge, bare_suffix, lines_in, opened, read_at_most
from warehouse.items import HTML, TEXT, Item, refusal, text_of
from warehouse.remote import said_beside

Found = Iterator[Item | Reject]
SIDECAR_BYTES = 1_000_000


def items_in(path: str, max_bytes: int) -> Found:
    """Every item of a file, and a refusal for what cannot be read; never raises for what the file holds."""
    reader = READERS.get(bare_suffix(path))
    if reader is None:
        yield refusal(path, *_foreign(path))
        return
    is_empty = True
    try:
        for found in reader(path, max_bytes):
            is_empty = False
            yield found
        if is_empty:
            yield refusal(path, "empty", "the file holds no item")
    except TooLarge as error:
        yield refusal(path, "too_large", str(error))
    except BROKEN as error:
        yield refusal(path, "truncated", f"the compressed file breaks off or is damaged: {error}")
    except Exception as error:  # the readers of other people's formats raise whatever they stumble over
        yield refusal(path, "unreadable", f"{type(error).__name__}: {error}")


def records_in(stream: IO[bytes], uri: str, max_bytes: int) -> Found:
    """One item a line of JSON; raises nothing for a bad line."""
    for number, line in enumerate(lines_in(stream, max_bytes), start=1):
        here = f"{uri}#{number}"
        if line is None:
            yield refusal(here, "too_large", f"a line of more than {max_bytes:,} bytes")
        elif line.strip():
            try:
                record = json.loads(line)
            except (ValueError, RecursionError) as error:
                yield refusal(here, "bad_record", f"no JSON: {error}", line)
                continue
            yield _item_of(record, here, line)


def _item_of(record: object, here: str, line: bytes) -> Item | Reject:
    if not isinstance(record, dict):
        return refusal(here, "bad_record", "the record is no object with fields", line)
    for field, media_type in (("text", TEXT), ("html", HTML)):
        value = record.get(field)
        if isinstance(value, str) and value:
            # surrogatepass: a lone surrogate is the decoder's to refuse, with its reason
            return Item(here, media_type, value.encode("utf-8", "surrogatepass"), "utf-8").given(record)
    return refusal(text_of(record.get("uri")) or here, "empty", "neither the field text nor html holds anything", line)


def _page(media_type: str) -> Callable[[str, int], Found]:
    def page_in(path: str, max_bytes: int) -> Found:
        with opened(path) as stream:
            content = read_at_most(stream, max_bytes)
        yield Item(path, media_type, content).given(_sidecar(path))

    return page_in


def _json_lines_in(path: str, max_bytes: int) -> Found:
    with opened(path) as stream:
        yield from records_in(stream, path, max_bytes)


def _csv_in(path: str, max_bytes: int) -> Found:
    csv.field_size_limit(max_bytes)
    with opened(path) as stream, io.TextIOWrapper(io.BufferedReader(stream), "utf-8-sig", newline="") as lines:  # type: ignore[type-var]
        for number, record in enumerate(csv.DictReader(lines), start=1):
            here = f"{path}#{number}"
            yield _item_of({key: value for key, value in record.items() if key}, here, repr(record).encode())


def _parquet_in(path: str, max_bytes: int) -> Found:
    with opened(path) as stream:
        content = pa.BufferReader(read_at_most(stream, max_bytes * 100)) if path.endswith((".gz", ".zst")) else stream
        file = pq.ParquetFile(content)
        largest = _largest_part_of(file, content.seek(0, io.SEEK_END))
        number = 0
        for batch in file.iter_batches(batch_size=100 if largest <= max_bytes else 1):
            for record in batch.to_pylist():
                number += 1
                yield _item_of(record, f"{path}#{number}", repr(record).encode("utf-8", "surrogatepass"))


def _largest_part_of(file: pq.ParquetFile, size: int) -> int:
    """The most bytes of a column in a row group; raises TooLarge where a file of `size` bytes promises too much."""
    footer = file.metadata
    groups = [footer.row_group(at) for at in range(footer.num_row_groups)]
    parts = [group.column(at).total_uncompressed_size for group in groups for at in range(group.num_columns)]
    if footer.num_rows > size or sum(parts) > FLOOR + GROWTH * size:
        raise TooLarge(f"{size:,} bytes that would become {footer.num_rows:,} rows and {sum(parts):,} bytes")
    return max(parts, default=0)


def _warc_in(path: str, max_bytes: int) -> Found:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    with opened(path) as stream:
        archive = ArchiveIterator(io.BufferedReader(cast(io.RawIOBase, stream)))
        try:
            while (record := _next_of(archive)) is not None:
                with redirect_stderr(io.StringIO()):  # the library prints what it stumbles over; here it is refused
                    found = _archived(record, path, max_bytes)
                if found:
                    yield found
        except ArchiveLoadFailed as error:
            yield refusal(path, "unreadable", f"no web archive: {error}")
        if archive.err_count:
            yield refusal(path, "truncated", f"{archive.err_count} lines between records belong to none")


def _next_of(archive: Iterator[object]) -> object | None:
    with redirect_stderr(io.StringIO()):
        return next(archive, None)


def _archived(record: "object", path: str, max_bytes: int) -> Item | Reject | None:
    """The page of one archive record; null for records that hold none (requests, metadata, images)."""
    kind = record.rec_type  # type: ignore[attr-defined]
    headers = record.http_headers if kind == "response" else record.rec_headers  # type: ignore[attr-defined]
    if kind not in ("response", "conversion") or headers is None:
        return None
    content_type = (headers.get_header("Content-Type") or "").lower()
    media_type = HTML if "html" in content_type else TEXT if content_type.startswith("text/plain") else None
    if media_type is None:
        return None
    uri = record.rec_headers.get_header("WARC-Target-URI") or path  # type: ignore[attr-defined]
    try:
        content = read_at_most(record.content_stream(), max_bytes)  # type: ignore[attr-defined]
    except TooLarge as error:
        return refusal(uri, "too_large", str(error))
    charset = content_type.partition("charset=")[2].partition(";")[0].strip(" \"'") or None
    return Item(uri, media_type, content, charset)


READERS: dict[str, Callable[[str, int], Found]] = {
    ".txt": _page(TEXT),
    ".html": _page(HTML),
    ".htm": _page(HTML),
    ".jsonl": _json_lines_in,
    ".ndjson": _json_lines_in,
    ".csv": _csv_in,
    ".parquet": _parquet_in,
    ".warc": _warc_in,
}


def sidecar_of(path: str) -> list[Path]:
    """The sidecars a page may have: page.txt.json, page.json."""
    bare = Path(path)
    while bare.suffix.lower() in {".gz", ".zst"} or bare.suffix.lower() in READERS:
        bare = bare.with_suffix("")
    return [Path(f"{path}.json"), bare.with_name(f"{bare.name}.json")]


def _sidecar(path: str) -> dict[str, object]:
    if "://" in path:
        return said_beside(path)
    for sidecar in sidecar_of(path):
        if os.path.isfile(sidecar):  # noqa: PTH113 - false where the longer name is too long, which pathlib raises on
            if not sidecar.resolve().is_relative_to(Path(path).parent.resolve()):
                raise ValueError(f"the sidecar {sidecar.name} is a link to a file outside the folder")
            if sidecar.stat().st_size > SIDECAR_BYTES:
                raise ValueError(f"the sidecar {sidecar.name} has more than {SIDECAR_BYTES:,} bytes")
            said = json.loads(sidecar.read_text(encoding="utf-8"))
            if not isinstance(said, dict):
                raise ValueError(f"the sidecar {sidecar.name} holds no object with fields")
            return said
    return {}


def _foreign(path: str) -> tuple[str, str]:
    """The reason why a file of another kind is refused."""
    try:
        with opened(path) as stream:
            head = stream.read(4096)
    except (OSError, *BROKEN) as error:
        return "unreadable", f"{type(error).__name__}: {error}"
    is_locked_zip = head[:4] == b"PK\x03\x04" and any(byte & 1 for byte in head[6:7])
    if is_locked_zip or (head[:5] == b"%PDF-" and b"/Encrypt" in head) or head[:4] == b"PARE":
        return "password_protected", "the file is encrypted"
    return "unsupported_type", f"attest reads {', '.join(READERS)}, each also as .gz or .zst"
