"""Feeds: what is new becomes items, once; a server is asked seldom, conditionally and politely."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from schemas.records import Reject
from tests.warehouse.misbehaving import ENTRY, PAGE, Answering, misbehaving, rss
from warehouse.feed_file import Feed, FeedFile
from warehouse.feed_state import FeedState, state_of
from warehouse.feeds import Harvest
from warehouse.fetching import Limits
from warehouse.items import Item
from warehouse.journal import Journal
from warehouse.landing import known_uris, land_found
from warehouse.store import Store

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
LIMITS = Limits(seconds=2, silence=1, max_bytes=1_000_000, redirects=3)


@pytest.fixture
def at() -> Iterator[Callable[[str], str]]:
    with misbehaving() as address:
        yield address


def feed_of(at: Callable[[str], str], takes: str = "links", delay: float = 0.0) -> FeedFile:
    return FeedFile((Feed(at("feed"), "A paper", takes, allow_private=True),), delay)


def gather(file: FeedFile, root: Path, now: datetime = NOW, is_kept: bool = True) -> list[Item | Reject]:
    harvest = Harvest(file, root, known_uris(Store(root)), now, LIMITS)
    found = list(harvest.items(Journal(root)))
    land_found(found, Store(root), 500, now)
    if is_kept:
        harvest.keep()
    return found


def asked_paths() -> list[str]:
    paths = [path for path, _, _ in Answering.asked]
    Answering.asked.clear()
    return paths


def test_an_article_comes_with_what_its_feed_says(at: Callable[[str], str], tmp_path: Path) -> None:
    Answering.feed = rss(at("one#top"), "/two")  # a relative link too
    first, second = gather(feed_of(at), tmp_path)
    assert isinstance(first, Item)
    assert (first.uri, first.title, first.outlet) == (at("one"), "Entry 1", "A paper")
    assert first.published_on == date(2014, 4, 1)  # the day where it was published, not in Greenwich
    assert (first.content.decode(), first.media_type, first.charset) == (PAGE, "text/html", "utf-8")
    assert second.uri == at("two")


def test_nothing_is_fetched_twice(at: Callable[[str], str], tmp_path: Path) -> None:
    Answering.feed = rss(at("one"), at("one"))
    gather(feed_of(at), tmp_path)
    assert asked_paths() == ["/feed", "/one"]
    assert gather(feed_of(at), tmp_path) == []
    ((path, headers, _),) = Answering.asked
    assert (path, "If-None-Match" in headers, "If-Modified-Since" in headers) == ("/feed", True, True)
    asked_paths()
    Answering.feed = rss(at("one"), at("three"))
    assert [each.uri for each in gather(feed_of(at), tmp_path)] == [at("three")]
    assert asked_paths() == ["/feed", "/three"]


def test_nothing_is_lost_or_doubled_when_a_run_ends_before_it_remembers(
    at: Callable[[str], str], tmp_path: Path
) -> None:
    Answering.feed = rss(at("one"), at("image"))
    gather(feed_of(at), tmp_path, is_kept=False)
    asked_paths()
    assert gather(feed_of(at), tmp_path) == []
    assert asked_paths() == ["/feed"]


def test_an_article_that_fails_is_tried_again_and_then_refused(at: Callable[[str], str], tmp_path: Path) -> None:
    Answering.feed = rss(at("one"), at("two"))
    Answering.status["/one"] = 500
    (two,) = gather(feed_of(at), tmp_path)
    assert two.uri == at("two")
    assert gather(feed_of(at), tmp_path) == []
    assert asked_paths() == ["/feed", "/one", "/two", "/feed", "/one"]  # asked again though the feed gave 304
    (refused,) = gather(feed_of(at), tmp_path)
    assert isinstance(refused, Reject)
    assert (refused.uri, refused.reason_code) == (at("one"), "refused_by_server")
    asked_paths()
    assert gather(feed_of(at), tmp_path) == []
    assert asked_paths() == ["/feed"]


def test_an_article_that_comes_late_is_kept(at: Callable[[str], str], tmp_path: Path) -> None:
    Answering.feed = rss(at("one"))
    Answering.status["/one"] = 503
    assert gather(feed_of(at), tmp_path) == []
    del Answering.status["/one"]
    (item,) = gather(feed_of(at), tmp_path)
    assert isinstance(item, Item)
    assert item.title == "Entry 1"


@pytest.mark.parametrize(
    ("path", "reason_code"),
    [("image", "unsupported_type"), ("bomb", "too_large"), ("loop", "redirect_loop"), ("to-file", "bad_address")],
)
def test_an_article_that_never_will_come_is_refused_at_once(
    path: str, reason_code: str, at: Callable[[str], str], tmp_path: Path
) -> None:
    Answering.feed = rss(at(path))
    (refused,) = gather(feed_of(at), tmp_path)
    assert isinstance(refused, Reject)
    assert (refused.uri, refused.reason_code) == (at(path), reason_code)


def test_a_declared_encoding_that_is_wrong_is_kept_as_declared(at: Callable[[str], str], tmp_path: Path) -> None:
    """Decoding, and finding out, is the work of `decode_documents`."""
    Answering.feed = rss(at("latin"))
    (item,) = gather(feed_of(at), tmp_path)
    assert isinstance(item, Item)
    assert (item.content[:4], item.charset) == (b"Caf\xe9", "utf-8")


def test_a_link_out_of_the_public_internet_is_refused(at: Callable[[str], str], tmp_path: Path) -> None:
    Answering.feed = rss(at("one"))
    harvest = Harvest(FeedFile((Feed(at("feed")),), 0.0), tmp_path, set(), NOW, LIMITS)
    assert list(harvest.items(Journal(tmp_path))) == []
    assert asked_paths() == []
    assert harvest.states[at("feed")].failure == "private_host: 127.0.0.1 is not a host of the public internet"


@pytest.mark.parametrize("path", ["page", "silence", "noise", "bomb", "image", "loop"])
def test_a_feed_that_fails_is_noted_and_asked_again_later(path: str, at: Callable[[str], str], tmp_path: Path) -> None:
    file = FeedFile((Feed(at(path), allow_private=True),), 0.0)
    assert gather(file, tmp_path) == []
    assert state_of(tmp_path, at(path)).failures == 1
    asked_paths()
    gather(file, tmp_path, NOW + timedelta(minutes=1))
    assert asked_paths() == []
    gather(file, tmp_path, NOW + timedelta(minutes=6))
    assert asked_paths()[0] == f"/{path}"
    assert state_of(tmp_path, at(path)).failures == 2


def test_a_feed_that_is_listed_no_more_is_forgotten(at: Callable[[str], str], tmp_path: Path) -> None:
    gather(FeedFile((Feed(at("page"), allow_private=True),), 0.0), tmp_path)
    Answering.feed = rss()
    gather(feed_of(at), tmp_path)
    (kept,) = (tmp_path / "data" / "feeds").iterdir()
    assert at("feed") in kept.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("failures", "minutes", "is_due"),
    [
        (0, 0, True),
        (1, 4, False),
        (1, 5, True),
        (3, 19, False),
        (3, 20, True),
        (99, 24 * 60 - 1, False),
        (99, 24 * 60, True),
        (99, -5, True),  # the clock was put back
    ],
)
def test_when_a_feed_is_due(failures: int, minutes: int, is_due: bool) -> None:
    state = FeedState("u", asked_at=NOW.isoformat(), failures=failures)
    assert state.is_due(NOW + timedelta(minutes=minutes)) == is_due


def test_a_host_is_asked_slowly(at: Callable[[str], str], tmp_path: Path) -> None:
    Answering.feed = rss(at("one"), at("two"))
    gather(feed_of(at, delay=0.3), tmp_path)
    times = [when for _, _, when in Answering.asked]
    assert all(later - earlier >= 0.29 for earlier, later in pairwise(times))


def test_no_more_articles_a_run_than_allowed(at: Callable[[str], str], tmp_path: Path) -> None:
    Answering.feed = rss(*(at(f"page-{number}") for number in range(5)))
    file = FeedFile(feed_of(at).feeds, 0.0, max_articles=2)
    assert [len(gather(file, tmp_path)) for _ in range(4)] == [2, 2, 1, 0]


def test_the_text_of_entries_is_taken_where_the_file_says_so(at: Callable[[str], str], tmp_path: Path) -> None:
    Answering.feed = (
        b'<feed xmlns="http://www.w3.org/2005/Atom"><title>N</title><entry><id>tag:n,1</id><title>T</title>'
        b"<updated>2014-04-02T01:00:00Z</updated><content type='html'>&lt;p&gt;Ten deserted.&lt;/p&gt;</content>"
        b"</entry></feed>"
    )
    (item,) = gather(feed_of(at, takes="entries"), tmp_path)
    assert isinstance(item, Item)
    assert (item.title, item.published_on) == ("T", date(2014, 4, 2))
    assert b"<p>Ten deserted.</p>" in item.content
    assert asked_paths() == ["/feed"]


@pytest.mark.parametrize(
    "prolog",
    [
        '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
        "<!DOCTYPE r [<!ENTITY b 'lol'>" + "".join(f"<!ENTITY {c} '{f'&{b};' * 10}'>" for b, c in ("ba", "ac")) + "]>",
    ],
)
def test_entities_of_a_feed_bring_nothing_in(prolog: str, at: Callable[[str], str], tmp_path: Path) -> None:
    entry = ENTRY.format(title="A &a; B", link=at("one"))
    Answering.feed = f'<?xml version="1.0"?>{prolog}<rss version="2.0"><channel>{entry}</channel></rss>'.encode()
    for found in gather(feed_of(at), tmp_path):
        assert isinstance(found, Item)
        assert len(found.title or "") < 1_000
