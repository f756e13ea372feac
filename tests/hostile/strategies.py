"""What hypothesis draws from: files of every kind that are nearly whole, and reports with anything in them."""

import gzip
import random
from collections.abc import Callable

import zstandard
from hypothesis import strategies as st

from tests.hostile.files import sound
from tests.hostile.texts import story

KINDS = dict(sound(random.Random(1)))  # noqa: S311 - the same files every time
SUFFIXES = sorted({suffix.removesuffix(".gz").removesuffix(".zst") for suffix in KINDS})
PACKINGS: dict[str, Callable[[bytes], bytes]] = {"": bytes, ".gz": gzip.compress, ".zst": zstandard.compress}
TOKENS = (
    *(b"\r\n\r\n", b"\n", b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b'"', b'"text":', b"{", b"[", b",", b"<", b"<!--"),
    *(
        b"Content-Length: -1\r\n",
        b"WARC/1.0\r\n",
        b"HTTP/1.1 200\r\n",
        b"PAR1",
        b"charset=utf-7",
        b"1e999",
        b"9" * 5_000,
    ),
)
ODD = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(
    ["\n\n", "\n", "\t", "\u2028", "\u200b", "\u202e", "\u0301" * 9, "\x00", "\x1c", "“", "”", "--", "(", "9" * 50, "½"]
)
WORDS = st.sampled_from(
    [*story(random.Random(2)).split(), "Gen.", "Omar Hadi", "Homs", "3 March 2014", "12", "dozens", "not", "denied"]  # noqa: S311
)


TAGS = (
    *(
        "<p>",
        "</p>",
        "<div ",
        "<a href='",
        ">",
        "</",
        "<br/>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<title>",
        "&#x",
    ),
    *("<table><tr><td>", "<h1>", "</h1>", "&amp;", "&#0;", "<![CDATA[", "<time datetime='", "<meta name='author' "),
)


@st.composite
def files(draw: st.DrawFn) -> tuple[str, bytes]:
    """A suffix, and a file that was whole before it was cut, turned or added to; or bytes of any kind."""
    kind = draw(st.sampled_from(SUFFIXES))
    content = draw(st.just(KINDS[draw(st.sampled_from([kind, kind, *SUFFIXES]))]) | st.binary(max_size=200))
    packing = draw(st.sampled_from(sorted(PACKINGS)))
    is_harmed_packed = draw(st.booleans())
    if is_harmed_packed:
        return kind + packing, _harmed(draw, PACKINGS[packing](content))
    return kind + packing, PACKINGS[packing](_harmed(draw, content))


def _harmed(draw: st.DrawFn, content: bytes) -> bytes:
    """The bytes with some cut, turned or put in."""
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(content)))
        to = min(len(content), at + draw(st.integers(0, 300)))
        put = draw(st.binary(max_size=8) | st.sampled_from(TOKENS))
        content = content[:at] + put + content[to:]
    return content


def harmed(content: bytes) -> st.SearchStrategy[bytes]:
    """The bytes with some cut, turned or put in."""
    return st.composite(lambda draw: _harmed(draw, content))()


def reports() -> st.SearchStrategy[str]:
    """Words of a report with anything between them."""
    return st.lists(WORDS | ODD, max_size=40).map(" ".join) | st.lists(WORDS | ODD, max_size=40).map("".join)


def pages() -> st.SearchStrategy[str]:
    """The same with tags and their beginnings among it."""
    return st.lists(WORDS | ODD | st.sampled_from(TAGS), max_size=60).map(" ".join)
