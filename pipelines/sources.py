"""Sources: where a scheduled run looks for news, and what it finds there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipelines.records import tell_received
from pipelines.settings import Settings
from schemas.records import Reject
from warehouse import clock
from warehouse.feed_file import feeds_in
from warehouse.finding import files_in
from warehouse.inbox import Arrival, Inbox, NoInbox
from warehouse.items import Item
from warehouse.journal import Journal
from warehouse.landing import Landing, known_uris, land_found
from warehouse.store import Store


class NoSource(ValueError):
    """A schedule that has nothing to receive."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Paths that each run receives, an inbox whose files it takes, and a file that names feeds."""

    paths: Sequence[str] = ()
    inbox: Path | None = None
    feeds: Path | None = None

    def looked_at(self) -> None:
        """Raises NoSource, NoSuchPath, NoInbox or BadFeeds where one of them is not what it should be."""
        if not self.paths and self.inbox is None and self.feeds is None:
            raise NoSource("there is nothing to receive: give a PATH, --inbox DIR or --feeds FILE")
        files_in(self.paths)
        if self.inbox is not None and not self.inbox.is_dir():
            raise NoInbox(f"{self.inbox}: no folder that could be an inbox")
        if self.feeds is not None:
            feeds_in(self.feeds)


def gathered(sources: Sources, settings: Settings, journal: Journal) -> Landing:
    """Receive what waits in the inbox and in the feeds; raises NoInbox and BadFeeds.

    What was taken is recorded after it was kept: whoever ends the run in between, nothing is lost, and the next run
    knows what it has.
    """
    store, now = Store(settings.root), clock.now()
    landing = Landing()
    if sources.inbox is not None:
        inbox, taken = Inbox(sources.inbox.absolute(), settings.root), list[Arrival]()
        look = inbox.look(now)
        if look.ready:
            found = inbox.items(look.ready, settings.max_bytes, taken)
            _add(landing, land_found(found, store, settings.batch_size, journal.now()))
            inbox.record(taken)
        journal.note(
            "inbox",
            folder=str(inbox.folder),
            taken=len(taken),
            waiting=len(look.waiting) + len(look.ready) - len(taken),
        )
    if sources.feeds is not None:
        from warehouse.feeds import Harvest
        from warehouse.fetching import Limits

        limits = Limits(max_bytes=settings.max_bytes)
        harvest = Harvest(feeds_in(sources.feeds), settings.root, known_uris(store), now, limits)
        fetched: Iterator[Item | Reject] = harvest.items(journal)
        _add(landing, land_found(fetched, store, settings.batch_size, journal.now()))
        harvest.keep()
    tell_received(journal, store, landing.batches)
    return landing


def _add(landing: Landing, more: Landing) -> None:
    landing.batches += more.batches
    landing.new += more.new
    landing.known += more.known
    landing.refused += more.refused
