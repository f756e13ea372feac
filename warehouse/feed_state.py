"""What is remembered of a feed between runs: its validators, its failures, and the articles still to be fetched."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from warehouse.store import write_bytes

FIRST_WAIT = timedelta(minutes=5)  # after a failure; doubled with each further one
LONGEST_WAIT = timedelta(days=1)


@dataclass(slots=True)
class Wanted:
    """An article that a feed speaks of and that is not fetched yet."""

    uri: str
    title: str | None = None
    published: str | None = None
    attempts: int = 0


@dataclass(slots=True)
class FeedState:
    """One feed's memory; `etag` and `modified` are what a conditional request sends back."""

    url: str
    etag: str | None = None
    modified: str | None = None
    asked_at: str | None = None
    failures: int = 0
    failure: str | None = None
    wanted: list[Wanted] = field(default_factory=list)

    def is_due(self, now: datetime) -> bool:
        """Whether the feed may be asked again: one that fails is asked less and less often, once a day at least."""
        if self.failures == 0 or self.asked_at is None:
            return True
        waited = now - datetime.fromisoformat(self.asked_at)
        wait = min(FIRST_WAIT * 2 ** min(self.failures - 1, 12), LONGEST_WAIT)
        return waited >= wait or waited < timedelta(0)  # a clock that was put back says nothing

    def failed(self, why: str) -> None:
        """The feed gave nothing this time."""
        self.failures += 1
        self.failure = why

    def answered(self) -> None:
        """The feed gave what it should."""
        self.failures, self.failure = 0, None


def state_of(root: Path, url: str) -> FeedState:
    """The feed's memory in that warehouse; a fresh one where there is none that can be read."""
    return _read(_path_of(root, url)) or FeedState(url)


def states_in(root: Path) -> list[FeedState]:
    """Every feed's memory that can be read."""
    return [state for path in sorted((root / "data" / "feeds").glob("*.json")) if (state := _read(path)) is not None]


def _read(path: Path) -> FeedState | None:
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        return FeedState(**{**said, "wanted": [Wanted(**each) for each in said["wanted"]]})
    except (FileNotFoundError, ValueError, TypeError, KeyError):
        return None


def keep_state(root: Path, state: FeedState) -> None:
    """Remember the feed."""
    write_bytes(_path_of(root, state.url), json.dumps(asdict(state), ensure_ascii=False, indent=1).encode())


def forget_others(root: Path, urls: Iterable[str]) -> None:
    """Forget every feed but these: one that is listed no more is neither late nor failing."""
    kept = {_path_of(root, url) for url in urls}
    for path in (root / "data" / "feeds").glob("*.json"):
        if path not in kept:
            path.unlink()


def _path_of(root: Path, url: str) -> Path:
    return root / "data" / "feeds" / f"{hashlib.sha256(url.encode()).hexdigest()[:16]}.json"
