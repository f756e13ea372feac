"""Opening files that may be compressed, with a bound on what comes out."""

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO, cast

import zstandard

SUFFIXES = {".gz": "gzip", ".zst": "zstandard"}
BROKEN = (EOFError, zlib.error, gzip.BadGzipFile, zstandard.ZstdError)


class TooLarge(ValueError):
    """More bytes than an item may have."""


def bare_suffix(path: str) -> str:
    """The suffix that says what a file holds, behind that of its compression: page.txt.gz is .txt."""
    bare = Path(path)
    if bare.suffix.lower() in SUFFIXES:
        bare = bare.with_suffix("")
    return bare.suffix.lower()


@contextmanager
def opened(path: str) -> Iterator[IO[bytes]]:
    """A file or s3:// address for reading, decompressed by its suffix; raises OSError."""
    with _remote(path) if "://" in path else Path(path).open("rb") as stream:
        match SUFFIXES.get(Path(path).suffix.lower()):
            case "gzip":
                with gzip.GzipFile(fileobj=stream) as plain:
                    yield cast(IO[bytes], plain)
            case "zstandard":
                reader = zstandard.ZstdDecompressor().stream_reader(stream, read_across_frames=True)
                with reader as plain:
                    yield cast(IO[bytes], plain)
            case _:
                yield stream


def _remote(path: str) -> BinaryIO:
    import fsspec

    return cast(BinaryIO, fsspec.open(path, "rb").open())


def read_at_most(stream: IO[bytes], limit: int) -> bytes:
    """Everything in a stream; raises TooLarge past `limit` bytes."""
    content = io.BytesIO()
    while chunk := stream.read(1 << 20):
        content.write(chunk)
        if content.tell() > limit:
            raise TooLarge(f"more than {limit:,} bytes")
    return content.getvalue()


def lines_in(stream: IO[bytes], limit: int) -> Iterator[bytes | None]:
    """The lines of a stream without their ends; null for one longer than `limit` bytes, which is passed over."""
    buffered = stream if isinstance(stream, io.BufferedIOBase) else io.BufferedReader(cast(io.RawIOBase, stream))
    is_over = False
    while line := buffered.readline(limit + 1):
        is_whole = line.endswith(b"\n") or len(line) <= limit
        if is_over:
            is_over = not is_whole
            continue
        is_over = not is_whole
        yield line.rstrip(b"\r\n") if is_whole else None
