"""Whatever a file holds, a reader gives items and refusals: never an error, and never nothing."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from schemas.landed import LANDED
from schemas.records import reject_rows
from stages.raw_documents import Limits, decode_documents
from tests.hostile.strategies import files, harmed
from warehouse.addresses import NotFetched
from warehouse.feeds import entries_in, text_of, wanted_of
from warehouse.fetching import Fetched
from warehouse.items import HTML, Item
from warehouse.readers import items_in

MAX_BYTES = 100_000
NOON = datetime(2012, 7, 3, 12, tzinfo=UTC)
FEW = settings(max_examples=60, suppress_health_check=list(HealthCheck))
MANY = settings(FEW, max_examples=6_000)
FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><item><title>A report</title>
<link>https://news.example/a</link><pubDate>Tue, 03 Jul 2012 12:00:00 GMT</pubDate><description>Ten left.</description>
</item></channel></rss>"""


def assert_read_or_refused(path: Path, content: bytes) -> None:
    """Read a file as a run does, up to decoded text; fails where a row does not fit its table."""
    path.write_bytes(content)
    found = list(items_in(str(path), MAX_BYTES))
    assert found
    items = [each for each in found if isinstance(each, Item)]
    assert all(len(item.content) <= MAX_BYTES for item in items)
    landed = LANDED.of([row_of(item) for item in items])
    made = decode_documents(landed, limits=Limits())
    assert made.rows.num_rows + len(made.rejects) == len(items)
    refused = reject_rows([each for each in found if not isinstance(each, Item)] + made.rejects)
    assert refused.num_rows + made.rows.num_rows == len(found)


def row_of(item: Item) -> dict[str, Any]:
    """An item as a row of `landed`."""
    return {
        "document_id": item.document_id, "uri": item.uri, "media_type": item.media_type, "charset": item.charset,
        "content": item.content, "byte_count": len(item.content), "given_outlet": item.outlet,
        "given_title": item.title, "given_published_on": item.published_on, "received_at": NOON, "batch_id": "a",
    }  # fmt: skip


@FEW
@given(files())
def test_every_file_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, file: tuple[str, bytes]) -> None:
    suffix, content = file
    assert_read_or_refused(tmp_path_factory.getbasetemp() / f"page{suffix}", content)


@pytest.mark.slow
@MANY
@given(files())
def test_thousands_of_files_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, file: tuple[str, bytes]
) -> None:
    suffix, content = file
    assert_read_or_refused(tmp_path_factory.getbasetemp() / f"page{suffix}", content)


def assert_feed_read_or_refused(content: bytes, charset: str) -> None:
    """Read a feed as a harvest does; fails where a row does not fit its table."""
    items = harvested(content, charset)
    assert LANDED.of([row_of(item) for item in items]).num_rows == len(items)


def harvested(content: bytes, charset: str) -> list[Item]:
    """The entries of a feed as items; none where the bytes are no feed."""
    headers = {"content-type": f"application/rss+xml; charset={charset}"}
    try:
        entries = entries_in(Fetched("https://news.example/feed", 200, content, headers))
    except NotFetched:
        return []
    wanted = [(wanted_of(entry), text_of(entry).encode("utf-8", "replace")) for entry in entries]
    said = [{"title": each.title, "published": each.published} for each, _ in wanted]
    return [Item(each.uri, HTML, text).given(given) for (each, text), given in zip(wanted, said, strict=True)]


@FEW
@given(harmed(FEED), st.sampled_from(["", "utf-8", "utf-16", "utf-7", "zlib", "x", "\udcff"]))
@example(b"", "")
@example(FEED.replace(b"<pubDate>", b"<pubDate\x00"), "")  # an entry with a day that is empty
@example(FEED.replace(b"https://news.example/a", b"http://["), "")  # the address of no host
def test_every_feed_is_read_or_refused(content: bytes, charset: str) -> None:
    assert_feed_read_or_refused(content, charset)


@pytest.mark.slow
@MANY
@given(harmed(FEED), st.sampled_from(["", "utf-8", "latin-1", "utf-16", "ascii"]))
def test_thousands_of_feeds_are_read_or_refused(content: bytes, charset: str) -> None:
    assert_feed_read_or_refused(content, charset)


def test_a_sound_feed_is_read() -> None:
    (item,) = harvested(FEED, "utf-8")
    assert (item.uri, item.title, item.published_on) == ("https://news.example/a", "A report", NOON.date())
    assert b"Ten left." in item.content
