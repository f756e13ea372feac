"""Sources: what a scheduled run finds in its inbox and feeds is received once, and said in the journal."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipelines.settings import Settings
from pipelines.sources import NoSource, Sources, gathered
from tests.warehouse.misbehaving import Answering, misbehaving, rss
from warehouse.feed_file import BadFeeds
from warehouse.finding import NoSuchPath
from warehouse.inbox import NoInbox
from warehouse.journal import Journal
from warehouse.store import Store, column_in


@pytest.fixture
def at() -> Iterator[Callable[[str], str]]:
    with misbehaving() as address:
        yield address


def test_both_sources_are_received_once(at: Callable[[str], str], tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    page = tmp_path / "in" / "a.txt"
    page.write_text("Ten soldiers deserted.", encoding="utf-8")
    os.utime(page, (0, 0))
    (tmp_path / "in" / "b.txt.part").write_text("Ten sol", encoding="utf-8")
    feeds = tmp_path / "feeds.toml"
    feeds.write_text(f'delay = 0\n[[feed]]\nurl = "{at("feed")}"\nallow_private = true\n', encoding="utf-8")
    Answering.feed = rss(at("one"), at("image"))
    settings, journal = Settings(warehouse=tmp_path / "warehouse"), Journal(tmp_path / "warehouse")
    sources = Sources(inbox=tmp_path / "in", feeds=feeds)
    landing = gathered(sources, settings, journal)
    assert (landing.new, landing.refused) == (2, 1)
    assert {uri for (uri,) in column_in(Store(settings.root).paths("landed"), "uri")} == {str(page), at("one")}
    noted = {line["event"]: line for line in journal.backwards()}
    assert (noted["inbox"]["taken"], noted["inbox"]["waiting"]) == (1, 1)
    assert noted["feed"]["new"] == 2
    assert gathered(sources, settings, journal).batches == []


@pytest.mark.parametrize(
    ("sources", "failure"),
    [
        (Sources(), NoSource),
        (Sources(("nowhere",)), NoSuchPath),
        (Sources(inbox=Path("nowhere")), NoInbox),
        (Sources(feeds=Path("pyproject.toml")), BadFeeds),
        (Sources(feeds=Path("nowhere.toml")), FileNotFoundError),
    ],
)
def test_a_source_that_is_wrong_is_said_before_anything_starts(sources: Sources, failure: type[Exception]) -> None:
    with pytest.raises(failure):
        sources.looked_at()
