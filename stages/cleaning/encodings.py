"""Which encoding bytes are in: what they declare, what they prove, or what they most resemble."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from charset_normalizer import from_bytes

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What the web calls Latin-1 is Windows-1252: https://encoding.spec.whatwg.org/#names-and-labels
WEB_NAMES = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932"}
DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*+(?:["']\s*)?([\w:.-]{2,40})|<\?xml[^>]{0,100}encoding=["']([\w:.-]{2,40})""",
    re.IGNORECASE,
)
DECLARED_WITHIN = 4096  # bytes; browsers look at the first 1,024 only, old sites write more before it
SAMPLE = 65536  # bytes that a guess is made from
# Encodings of few files that a guess prefers to the Windows ones of the same letters.
UNLIKELY = (
    "mac_cyrillic", "mac_greek", "mac_iceland", "mac_latin2", "mac_turkish", "cp1006", "cp1125", "hp_roman8", "kz1048",
    "ptcp154",
)  # fmt: skip
MAX_BROKEN_SHARE = 0.002  # of bytes that are no UTF-8 in a text that otherwise is
PUNCTUATION_1252 = frozenset(
    b"\x80\x82\x84\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa9\xab\xad\xae\xb0\xb4\xb7\xbb\xbd\xe9\xe8\xe0\xe1\xf3\xf1\xfc\xf6\xe4\xed\xe7"
)


def declared_encoding_in(content: bytes) -> str | None:
    """The encoding that HTML or XML names in its first lines."""
    match = DECLARED.search(content[:DECLARED_WITHIN])
    return (match[1] or match[2]).decode("ascii") if match else None


def text_of(content: bytes, declared: str | None) -> tuple[str, str] | None:
    """The text and the name of its encoding; null when no encoding makes text of it."""
    for bom, encoding in BOMS:
        if content.startswith(bom):
            return _decoded(content, encoding)
    for encoding in _candidates(content, declared):
        made = _decoded(content, encoding)
        if made is not None:
            return made
    return _mostly_utf8(content) or _guessed(content)


def _candidates(content: bytes, declared: str | None) -> Iterator[str]:
    name = _codec_name(declared)
    wide = _wide_encoding_of(content)
    if wide is not None:
        yield wide
    if name is not None and name.startswith(("iso2022", "hz", "utf-7")):
        yield name  # written in ASCII bytes, so that they would pass for UTF-8
    yield "utf-8"  # text in another encoding is next to never valid UTF-8, whatever it declares
    if name is not None and not name.startswith("utf-"):
        yield name


def _codec_name(declared: str | None) -> str | None:
    try:
        name = codecs.lookup((declared or "").strip()).name
    except LookupError:
        return None
    return WEB_NAMES.get(name, name)


def _wide_encoding_of(content: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Western text is nought."""
    sample = content[:2048]
    if len(sample) < 4 or len(content) % 2:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) < 0.35 * (len(sample) / 2) or min(even, odd) > 0.05 * (len(sample) / 2):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _decoded(content: bytes, encoding: str) -> tuple[str, str] | None:
    try:
        return content.decode(encoding), encoding
    except (UnicodeError, LookupError):
        return None


def _mostly_utf8(content: bytes) -> tuple[str, str] | None:
    """UTF-8 that was cut inside a character or damaged here and there; what is broken becomes U+FFFD."""
    text = content.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = sum(char > "\x7f" for char in text) - broken
    if broken <= max(1, MAX_BROKEN_SHARE * len(content)) and whole > 2 * broken:
        return text, "utf-8"
    return None


def _guessed(content: bytes) -> tuple[str, str] | None:
    sample = content[:SAMPLE]
    if set(sample.translate(None, bytes(range(128)))) <= PUNCTUATION_1252:
        made = _decoded(content, "cp1252")
        if made is not None:
            return made
    best = from_bytes(sample, cp_exclusion=list(UNLIKELY)).best()
    return (_decoded(content, best.encoding) if best is not None else None) or _decoded(content, "cp1252")
