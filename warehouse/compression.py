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

GROWTH = 200  # bytes out for one in: pages come to 10, repetitive records to 50, a bomb of gzip to 1,000
FLOOR = 32_000_000  # bytes that any file may hold, however small it is


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
                    yield _bounded(plain, stream)
            case "zstandard":
                reader = zstandard.ZstdDecompressor().stream_reader(stream, read_across_frames=True)
                with reader as plain:
                    yield _bounded(plain, stream)
            case _:
                yield stream


class _Bounded(io.RawIOBase):
    """What comes out of a compressed stream; raises TooLarge when it is out of proportion to what went in."""

    def __init__(self, plain: IO[bytes], compressed: IO[bytes]) -> None:
        self.plain, self.compressed, self.count = plain, compressed, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        chunk = self.plain.read(len(buffer))
        self.count += len(chunk)
        if self.count > FLOOR + GROWTH * self.compressed.tell():
            raise TooLarge(f"{self.compressed.tell():,} compressed bytes become more than {self.count:,}")
        buffer[: len(chunk)] = chunk
        return len(chunk)


def _bounded(plain: object, compressed: IO[bytes]) -> IO[bytes]:
    return io.BufferedReader(_Bounded(cast(IO[bytes], plain), compressed), 1 << 16)


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
