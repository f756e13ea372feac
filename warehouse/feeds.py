"""Feeds: what is new in them, asked for politely, as items."""

import asyncio
import io
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, cast
from urllib.parse import urldefrag, urlsplit

import httpx

from schemas.records import Reject
from warehouse.addresses import Judge, NotFetched, is_any, is_public
from warehouse.feed_file import Feed, FeedFile
from warehouse.feed_state import FeedState, Wanted, forget_others, keep_state, state_of
from warehouse.fetching import Fetched, Limits, client_of, fetched
from warehouse.items import HTML, TEXT, Item, printable, refusal
from warehouse.journal import Journal

FEED_LIMITS = Limits(max_bytes=5_000_000)
Found = list[Item | Reject]
ENTRIES = 1_000  # of one feed
ATTEMPTS = 3  # at an article, one a run, before it is refused
TOGETHER = 40  # articles fetched before they are handed on: what is held in memory
HOSTS_TOGETHER = 8
TYPES = {"text/html": HTML, "application/xhtml+xml": HTML, "text/plain": TEXT, "": HTML}


@dataclass(slots=True)
class Pace:
    """How fast one host may be asked: `delay` seconds between two requests, one at a time."""

    delay: float
    turns: dict[str, asyncio.Lock] = field(default_factory=lambda: defaultdict(asyncio.Lock))
    asked: dict[str, float] = field(default_factory=dict)
    hosts: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(HOSTS_TOGETHER))

    async def turn(self, url: str, ask: Callable[[], Awaitable[Fetched]]) -> Fetched:
        """The answer, once it is this address's turn."""
        host = urlsplit(url).netloc
        async with self.turns[host], self.hosts:
            wait = self.asked.get(host, -self.delay) + self.delay - time.monotonic()
            await asyncio.sleep(max(0.0, wait))
            try:
                return await ask()
            finally:
                self.asked[host] = time.monotonic()


Ask = Callable[[httpx.AsyncClient, Pace], Awaitable[Found]]


@dataclass(slots=True)
class Harvest:
    """One round over the feeds of a warehouse; `keep` remembers it, once the items are kept."""

    file: FeedFile
    root: Path
    known: set[str]
    now: datetime
    limits: Limits
    states: dict[str, FeedState] = field(default_factory=dict)
    asked: dict[str, float] = field(default_factory=dict)

    def items(self, journal: Journal) -> Iterator[Item | Reject]:
        """Every article that the feeds speak of and that is not known, as item or refusal."""
        self.states = {feed.url: state_of(self.root, feed.url) for feed in self.file.feeds}
        self.known |= {each.uri for state in self.states.values() for each in state.wanted}
        due = [feed for feed in self.file.feeds if self.states[feed.url].is_due(self.now)]
        for feed, found in zip(due, self._run([self._ask(feed) for feed in due]), strict=True):
            state = self.states[feed.url]
            journal.note("feed", url=feed.url, new=len(found) + len(state.wanted), failure=state.failure)
            yield from found
        wanted = [(feed, each) for feed in self.file.feeds for each in self.states[feed.url].wanted]
        wanted = wanted[: self.file.max_articles]
        for at in range(0, len(wanted), TOGETHER):
            for found in self._run([self._article(*each) for each in wanted[at : at + TOGETHER]]):
                yield from found

    def keep(self) -> None:
        """Remember what was asked and what is still wanted."""
        for state in self.states.values():
            keep_state(self.root, state)
        forget_others(self.root, self.states)

    def _run(self, asking: Sequence[Ask]) -> list[Found]:
        async def all_of() -> list[Found]:
            pace = Pace(self.file.delay, asked=self.asked)
            async with client_of(self.limits) as client:
                return await asyncio.gather(*(ask(client, pace) for ask in asking))

        return asyncio.run(all_of()) if asking else []

    def _ask(self, feed: Feed) -> Ask:
        """Ask for the feed; gives the items of a feed whose entries are taken, notes what is wanted of another."""

        async def ask(client: httpx.AsyncClient, pace: Pace) -> Found:
            state = self.states[feed.url]
            state.asked_at = self.now.isoformat()
            validators = {"If-None-Match": state.etag, "If-Modified-Since": state.modified}
            sent = {name: value for name, value in validators.items() if value}
            bounds = replace(FEED_LIMITS, seconds=self.limits.seconds, silence=self.limits.silence)
            try:
                answer = await pace.turn(feed.url, lambda: fetched(client, feed.url, bounds, judge_of(feed), sent))
                entries = [] if answer.status == 304 else entries_in(answer)
            except NotFetched as error:
                state.failed(f"{error.reason_code}: {error.detail}")
                return []
            state.answered()
            if answer.status != 304:
                state.etag, state.modified = answer.headers.get("etag"), answer.headers.get("last-modified")
            return self._new_in(feed, entries)

        return ask

    def _new_in(self, feed: Feed, entries: Sequence[dict[str, Any]]) -> Found:
        state, items = self.states[feed.url], Found()
        for entry in entries:
            wanted = wanted_of(entry)
            if not wanted.uri or wanted.uri in self.known:
                continue
            self.known.add(wanted.uri)
            if feed.takes == "links":
                state.wanted.append(wanted)
            else:
                items.append(_item_of(feed, wanted, HTML, text_of(entry).encode("utf-8", "replace"), "utf-8"))
        return items

    def _article(self, feed: Feed, wanted: Wanted) -> Ask:
        """Fetch one article; gives nothing when another try is worth while."""

        async def ask(client: httpx.AsyncClient, pace: Pace) -> Found:
            state = self.states[feed.url]
            try:
                answer = await pace.turn(wanted.uri, lambda: fetched(client, wanted.uri, self.limits, judge_of(feed)))
                if answer.status == 304 or answer.media_type not in TYPES:
                    kind = answer.media_type or "nothing"
                    raise NotFetched("unsupported_type", f"the server says it is {kind[:80]}", is_lasting=True)
            except NotFetched as error:
                wanted.attempts += 1
                if not error.is_lasting and wanted.attempts < ATTEMPTS:
                    return []
                state.wanted.remove(wanted)
                return [refusal(wanted.uri, error.reason_code, error.detail)]
            state.wanted.remove(wanted)
            return [_item_of(feed, wanted, TYPES[answer.media_type], answer.content, answer.charset)]

        return ask


def judge_of(feed: Feed) -> Judge:
    """Which addresses a feed and its articles may lead to."""
    return is_any if feed.allow_private else is_public


def entries_in(answer: Fetched) -> list[dict[str, Any]]:
    """The entries of an RSS or Atom feed; raises NotFetched when it is none."""
    import feedparser  # type: ignore[import-untyped]

    headers = {"content-type": answer.headers.get("content-type", ""), "content-location": answer.url}
    stream = io.BytesIO(answer.content)  # a stream: never a name to open
    try:
        parsed = feedparser.parse(stream, response_headers=headers)
    except Exception as error:  # the library raises whatever it stumbles over
        raise NotFetched("no_feed", f"{type(error).__name__}: {error}", is_lasting=False) from error
    if not parsed.get("version") and not parsed.entries:  # no bytes at all give no version
        raise NotFetched("no_feed", "neither RSS nor Atom", is_lasting=False)
    return cast(list[dict[str, Any]], parsed.entries[:ENTRIES])


def wanted_of(entry: dict[str, Any]) -> Wanted:
    """What an entry speaks of: its address without a fragment, empty where it gives none, its title and its day."""
    link = str(entry.get("link") or entry.get("id") or "")
    with suppress(ValueError):  # "http://[": asking for it will be refused
        link = urldefrag(link).url
    updated = dict.get(entry, "updated")  # feedparser's own `get` warns where it takes one day for the other
    return Wanted(printable(link), entry.get("title"), entry.get("published") or updated)


def text_of(entry: dict[str, Any]) -> str:
    """The text of an entry itself: its content, else its summary."""
    contents = [str(part.get("value") or "") for part in entry.get("content") or []]
    body = max([*contents, str(entry.get("summary") or "")], key=len)
    return f"<html><body><article>{body}</article></body></html>" if body.strip() else ""


def _item_of(feed: Feed, wanted: Wanted, media_type: str, content: bytes, charset: str | None) -> Item:
    item = Item(wanted.uri, media_type, content, charset)
    return item.given({"title": wanted.title, "published": wanted.published, "outlet": feed.outlet})
