"""The file that names the feeds: nothing is fetched unless a feed stands in it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from warehouse.addresses import NotFetched, host_of

DELAY = 2.0
MAX_ARTICLES = 500


class BadFeeds(ValueError):
    """A feeds file that cannot be read; names the file, the feed and what is wrong."""


@dataclass(frozen=True, slots=True)
class Feed:
    """One RSS or Atom feed: its address, the outlet that its items are of, and what may be asked for it.

    `takes` says whether the pages that its entries link to are fetched (`links`) or the text of the entries
    themselves is taken (`entries`), without a further request.
    """

    url: str
    outlet: str | None = None
    takes: str = "links"
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class FeedFile:
    """The feeds, and how politely they are asked: seconds between two requests to one host, articles a run."""

    feeds: tuple[Feed, ...]
    delay: float = DELAY
    max_articles: int = MAX_ARTICLES


TYPES = {"url": str, "outlet": str, "takes": str, "allow_private": bool}
TAKES = ("links", "entries")


def feeds_in(path: Path) -> FeedFile:
    """The feeds that a TOML file names; raises BadFeeds, and OSError where it cannot be opened."""
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:  # no TOML, no UTF-8
        raise BadFeeds(f"{path}: {error}") from error
    unknown = said.keys() - {"delay", "max_articles", "feed"}
    if unknown:
        raise BadFeeds(f"{path}: {min(unknown)} is no setting; there is delay, max_articles and [[feed]]")
    listed = said.get("feed")
    if not isinstance(listed, list) or not listed or not all(isinstance(each, dict) for each in listed):
        raise BadFeeds(f"{path}: no [[feed]] with a url stands there")
    feeds = tuple(_feed_of(each, f"{path}, feed {number}") for number, each in enumerate(listed, start=1))
    if len({feed.url for feed in feeds}) < len(feeds):
        raise BadFeeds(f"{path}: a feed stands there twice")
    delay, most = said.get("delay", DELAY), said.get("max_articles", MAX_ARTICLES)
    if isinstance(delay, bool) or not isinstance(delay, int | float) or not 0 <= delay <= 3600:
        raise BadFeeds(f"{path}: delay is a number of seconds from 0 to 3600")
    if isinstance(most, bool) or not isinstance(most, int) or not 1 <= most <= 100_000:
        raise BadFeeds(f"{path}: max_articles is a number from 1 to 100000")
    return FeedFile(feeds, float(delay), most)


def _feed_of(said: Mapping[str, object], where: str) -> Feed:
    for name, value in said.items():
        if name not in TYPES:
            raise BadFeeds(f"{where}: {name} is no setting; there is {', '.join(TYPES)}")
        if not isinstance(value, TYPES[name]):
            raise BadFeeds(f"{where}: {name} is {value!r}, not a {TYPES[name].__name__}")
    if "url" not in said:
        raise BadFeeds(f"{where}: it has no url")
    feed = Feed(**said)  # type: ignore[arg-type]
    if feed.takes not in TAKES:
        raise BadFeeds(f"{where}: takes is one of {', '.join(TAKES)}")
    try:
        host_of(feed.url)
    except NotFetched as error:
        raise BadFeeds(f"{where}: {feed.url}: {error}") from error
    return feed
