"""From bytes to text: each item decoded once, and never edited afterwards."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pyarrow as pa

from schemas.raw_documents import RAW_DOCUMENTS
from stages.cleaning.encodings import declared_encoding_in, text_of
from stages.stage import Made, Reject

STAGE = "raw_documents"
CARRIED = (
    "document_id", "uri", "byte_count", "given_outlet", "given_title", "given_published_on", "received_at", "batch_id",
)  # fmt: skip
MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "sound, video or an image"),
    (b"\x1f\x8b", "compressed"),
    (b"BZh", "compressed"),
    (b"\xfd7zXZ", "compressed"),
    (b"\x28\xb5\x2f\xfd", "compressed"),
    (b"7z\xbc\xaf", "compressed"),
    (b"Rar!", "compressed"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"PAR1", "a Parquet file"),
    (b"ID3", "sound"),
    (b"OggS", "sound"),
)
# Wire copy holds a few control characters; a share like this only files that are no text.
MAX_CONTROL_SHARE = 0.1
CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\x1b")) + b"\x7f"
HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*|<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Limits:
    """How large an item may be in bytes, and its article in characters."""

    max_byte_count: int = 10_000_000
    max_char_count: int = 300_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of an item, how it was decoded, and what it is read as."""

    text: str
    encoding: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an item is no text: a reason code and a detail in words."""

    reason_code: str
    detail: str


def decode_documents(landed: pa.Table, *, limits: Limits) -> Made:
    """The rows of `landed` as text; what is empty, too long, binary or in no known encoding is refused."""
    rows: list[dict[str, object]] = []
    rejects: list[Reject] = []
    for row in landed.to_pylist():
        made = decode(row["content"], media_type=row["media_type"], charset=row["charset"], limits=limits)
        if isinstance(made, Refusal):
            rejects.append(Reject(STAGE, row["document_id"], row["uri"], made.reason_code, made.detail))
            continue
        rows.append(
            {name: row[name] for name in CARRIED}
            | {"media_type": made.media_type, "encoding": made.encoding, "text": made.text}
        )
    return Made(RAW_DOCUMENTS.of(rows), rejects)


def decode(
    content: bytes, *, media_type: str = "text/plain", charset: str | None = None, limits: Limits | None = None
) -> Decoded | Refusal:
    """The text of one item, or why there is none.

    A byte order mark decides, then valid UTF-8, then the declared encoding, then resemblance.
    """
    refusal = _refusal_of(content, (limits or Limits()).max_byte_count)
    if refusal is not None:
        return refusal
    made = text_of(content, charset or declared_encoding_in(content))
    if made is None:
        return Refusal("undecodable", "no known encoding makes text of the bytes")
    text, encoding = made
    if not text.strip():
        return Refusal("empty", f"{len(content)} bytes, all of them blank")
    if _control_share_of(text) > MAX_CONTROL_SHARE:
        return Refusal("binary", f"{_control_share_of(text):.0%} of the characters are control characters")
    return Decoded(text, encoding, "text/html" if HTML_START.match(text[:2000]) else media_type)


def _refusal_of(content: bytes, longest: int) -> Refusal | None:
    """What can be told from the bytes alone."""
    if len(content) > longest:
        return Refusal("too_long", f"{len(content)} bytes, more than the limit of {longest}")
    if not content.strip():
        return Refusal("empty", f"{len(content)} bytes, all of them blank")
    binary = _binary_kind_of(content)
    return Refusal("binary", f"the bytes are {binary}") if binary else None


def _binary_kind_of(content: bytes) -> str | None:
    return next((kind for magic, kind in MAGIC if content.startswith(magic)), None)


def _control_share_of(text: str) -> float:
    sample = text[:65536]
    control = sum(ord(char) < 128 and ord(char) in CONTROL for char in sample)
    return control / len(sample)
