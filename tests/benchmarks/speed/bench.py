"""The bench: feeds and warehouses of one measurement, each made once and shared by the figures that look at it."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import duckdb

import seeds
from pipelines.cli import DEFAULT
from pipelines.scratch import lend_gazetteers
from tests.benchmarks.speed.feeds import conflict_feed, plain_feed
from tests.benchmarks.speed.spent import Spent, spent_by


@dataclass(frozen=True, slots=True)
class Size:
    """How many documents each figure is taken over."""

    name: str
    usual: int  # news stories of usual length
    short: int  # documents of two to four sentences: many documents at little cost
    growing: tuple[int, ...]  # for memory
    claims: int
    multiples: tuple[int, ...]  # of the short documents, for the stages over the corpus
    paired: int  # for one worker against two
    minutes: float  # after which no further figure is begun
    batch: int = 500


MODEST = Size("modest", 800, 2_000, (200, 800), 1_000_000, (1, 5), 400, 15)
FULL = Size("full", 5_000, 10_000, (1_000, 5_000, 20_000), 1_000_000, (1, 2, 10), 2_000, 300)


@dataclass(slots=True)
class Bench:
    """The scratch folder and the public corpora where they are at hand; what a run cost is noted beside it."""

    folder: Path
    public: Path
    size: Size

    def feed(self, kind: str, count: int) -> Path:
        """A feed of `plain`, `conflict` or `short` documents."""
        if kind == "plain":
            return plain_feed(self.folder / "feeds", count, self.public)
        return conflict_feed(self.folder / "feeds", count, short=kind == "short")

    def warehouse(self, name: str) -> Path:
        """The folder of a warehouse, with a gazetteer lent to it: compiling one is no part of any figure."""
        lender = self.folder / "bundled"
        if not lender.exists():
            lend_gazetteers(DEFAULT.absolute() / "data", lender / "data")
            spent_by("run", str(seeds.ARTICLES), "--warehouse", str(lender), folder=lender)
        folder = self.folder / name
        lend_gazetteers(lender / "data", folder / "data")
        return folder

    def run(self, kind: str, count: int, *, workers: int = 1, batch: int | None = None) -> tuple[Path, Spent]:
        """A warehouse made of so many documents of a kind in one run, and what that cost."""
        batch = batch or self.size.batch
        name = f"{kind}-{count}-{batch}-{workers}"
        folder = self.warehouse(name)
        words = ["run", str(self.feed(kind, count)), "--warehouse", str(folder)]
        words += ["--workers", str(workers), "--batch-size", str(batch)]
        return folder, self.once(name, lambda: spent_by(*words, folder=folder))

    def once(self, name: str, work: Callable[[], Spent]) -> Spent:
        """What that work cost when it was first done in this scratch folder."""
        note = self.folder / f"{name}.json"
        if not note.exists():
            note.write_text(json.dumps(asdict(work())), encoding="utf-8")
        return Spent(**json.loads(note.read_text(encoding="utf-8")))

    def ask(self, folder: Path, query: str) -> list[tuple[float, ...]]:
        """The rows of an answer from a warehouse."""
        with duckdb.connect(str(folder / "attest.duckdb"), read_only=True) as connection:
            return connection.sql(query).fetchall()
