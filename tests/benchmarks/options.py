"""What a benchmark is run with."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pipelines.scratch import scratch_settings
from pipelines.settings import Settings

PROJECT = Path(__file__).resolve().parents[2]
SHARED = PROJECT.parent / "shared"


@dataclass(frozen=True, slots=True)
class Options:
    """The options of the command line.

    `kept` is a folder in which the tables stay, so that the next measurement makes only what has changed; `limit` is
    the most documents to look at, for a first impression; `only` names figures of speed, and `full` takes them at the
    sizes of their targets.
    """

    shared: Path = SHARED
    errors: int = 0
    documents: tuple[str, ...] = ()
    model: str | None = None
    kept: Path | None = None
    limit: int | None = None
    predictions: Path | None = None
    only: tuple[str, ...] = ()
    full: bool = False

    @property
    def bench(self) -> Path:
        """The folder of the public benchmarks and their scorers."""
        return self.shared / "bench"

    @contextmanager
    def settings(self, name: str) -> Iterator[Settings]:
        """Settings of a scratch warehouse for the benchmark of that name."""
        with scratch_settings(self.model, None if self.kept is None else self.kept / name) as settings:
            yield settings
