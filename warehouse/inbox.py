"""The inbox: a folder that others write into, whose files are taken once, whole, and never through a link."""

import errno
import json
import os
import shutil
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from schemas.records import Reject
from warehouse.compression import bare_suffix
from warehouse.finding import PAGES
from warehouse.items import Item, printable, refusal
from warehouse.readers import items_in, sidecar_of
from warehouse.store import write_bytes

UNFINISHED = {".part", ".partial", ".tmp", ".temp", ".crdownload", ".filepart", ".download", ".swp"}
SETTLE = 10.0  # seconds in which a file must not have changed: writers that do not rename are waited for
PATIENCE = 3600.0  # seconds that a sidecar waits for its page before it is refused as what it is
MAX_FILE_BYTES = 10_000_000_000
# No link is followed, and a pipe without a writer does not stall.
READING = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


class NoInbox(ValueError):
    """An inbox that is no folder."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """One entry of the inbox, as it was when looked at; one that changes is another. `name` is relative."""

    name: str
    size: int
    changed_ns: int
    mode: int

    @property
    def mark(self) -> tuple[str, int, int]:
        """What is recorded of an entry that was taken."""
        return printable(self.name), self.size, self.changed_ns


@dataclass(slots=True)
class Look:
    """What an inbox holds: entries to take, entries that may still be written to, and how many were taken before."""

    ready: list[Arrival] = field(default_factory=list)
    waiting: list[Arrival] = field(default_factory=list)
    taken: int = 0


@dataclass(frozen=True, slots=True)
class Inbox:
    """The inbox `folder` of the warehouse at `root`."""

    folder: Path
    root: Path
    settle: float = SETTLE

    def look(self, now: datetime) -> Look:
        """What is there; raises NoInbox."""
        known, look = self._taken(), Look()
        entries = {arrival.name: arrival for arrival in self._entries()}
        read_with_page = {side for name in entries for side in _sidecars_of(name)}
        for name, arrival in entries.items():
            if name in read_with_page and stat.S_ISREG(arrival.mode):
                continue
            parts = [arrival, *(entries[side] for side in _sidecars_of(name) if side in entries)]
            patience = PATIENCE if name.endswith(".json") else self.settle
            if arrival.mark in known:
                look.taken += 1
            elif Path(name).suffix.lower() in UNFINISHED or any(_age(part, now) < patience for part in parts):
                look.waiting.append(arrival)
            else:
                look.ready.append(arrival)
        return look

    def items(self, arrivals: Iterable[Arrival], max_bytes: int, taken: list[Arrival]) -> Iterator[Item | Reject]:
        """Every item and refusal of the arrivals; those read whole are added to `taken`, to be recorded once kept.

        A file is copied first and read from the copy: what changes meanwhile waits for the next look.
        """
        scratch = self._records / "reading"
        for arrival in arrivals:
            shutil.rmtree(scratch, ignore_errors=True)
            scratch.mkdir(parents=True)
            try:
                copy = self._copied(arrival, scratch, max_bytes)
            except FileNotFoundError:
                continue
            except OSError as error:
                yield self._refused(arrival, error)
                continue
            if isinstance(copy, Reject):
                yield copy
            elif copy is None:
                continue
            else:
                for found in items_in(str(copy), max_bytes):
                    yield _at_home(found, str(copy), str(self.folder / arrival.name))
            taken.append(arrival)
        shutil.rmtree(scratch, ignore_errors=True)

    def record(self, taken: Iterable[Arrival]) -> None:
        """Note that these entries were kept; entries that are gone from the folder are forgotten."""
        here = {printable(arrival.name) for arrival in self._entries()}
        marks = self._taken() | {arrival.mark for arrival in taken}
        lines = (json.dumps(mark) for mark in sorted(marks) if mark[0] in here)
        write_bytes(self._records / "taken.jsonl", "".join(f"{line}\n" for line in lines).encode())

    @property
    def _records(self) -> Path:
        return self.root / "data" / "inbox"

    def _taken(self) -> set[tuple[str, int, int]]:
        """What was noted; a line that is damaged is passed over, and its file is found to be known when it is read."""
        path = self._records / "taken.jsonl"
        marks = set()
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines() if path.exists() else []:
            with suppress(ValueError, TypeError):
                name, size, changed = json.loads(line)
                marks.add((str(name), int(size), int(changed)))
        return marks

    def _entries(self) -> Iterator[Arrival]:
        """Everything that is not hidden, links and devices too, in order; raises NoInbox."""
        if not self.folder.is_dir():
            raise NoInbox(f"{self.folder}: no folder that could be an inbox")
        for place, folders, files, opened in os.fwalk(self.folder, follow_symlinks=False):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted([*files, *folders]):
                if name.startswith("."):
                    continue
                try:
                    seen = os.stat(name, dir_fd=opened, follow_symlinks=False)
                except FileNotFoundError:
                    continue
                if not stat.S_ISDIR(seen.st_mode):
                    relative = os.path.relpath(os.path.join(place, name), self.folder)  # noqa: PTH118
                    yield Arrival(relative, seen.st_size, seen.st_mtime_ns, seen.st_mode)

    def _copied(self, arrival: Arrival, scratch: Path, max_bytes: int) -> Path | Reject | None:
        """A copy of the file with its sidecars, why there is none, or null when it changed on the way."""
        path = str(self.folder / arrival.name)
        if stat.S_ISLNK(arrival.mode):
            return refusal(path, "outside_input", "a symbolic link, which is not followed")
        if not stat.S_ISREG(arrival.mode):
            return refusal(path, "not_a_file", "a device, pipe or socket")
        most = max_bytes if bare_suffix(arrival.name) in PAGES else MAX_FILE_BYTES
        if arrival.size > most:
            return refusal(path, "too_large", f"more than {most:,} bytes")
        for name in (*_sidecars_of(arrival.name), arrival.name):
            try:
                if not self._copy(name, scratch, None if name != arrival.name else arrival):
                    return None
            except FileNotFoundError:
                if name == arrival.name:
                    raise
        return scratch / Path(arrival.name).name

    def _copy(self, name: str, scratch: Path, arrival: Arrival | None) -> bool:
        """Whether the file could be copied as it stood when it was looked at, and did not change meanwhile."""
        with _opened_below(self.folder, name) as source, (scratch / Path(name).name).open("wb") as copy:
            before = os.fstat(source.fileno())
            if not stat.S_ISREG(before.st_mode):
                return False
            shutil.copyfileobj(source, copy, 1 << 20)
            after = os.fstat(source.fileno())
        is_as_seen = arrival is None or (before.st_size, before.st_mtime_ns) == (arrival.size, arrival.changed_ns)
        return is_as_seen and (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)

    def _refused(self, arrival: Arrival, error: OSError) -> Reject:
        path = str(self.folder / arrival.name)
        if error.errno in (errno.ELOOP, errno.ENOTDIR):
            return refusal(path, "outside_input", "a symbolic link, which is not followed")
        return refusal(path, "unreadable", os.strerror(error.errno) if error.errno else str(error))


def _sidecars_of(name: str) -> list[str]:
    return [str(side) for side in sidecar_of(name)] if bare_suffix(name) in PAGES else []


def _age(arrival: Arrival, now: datetime) -> float:
    """Seconds since the last change, by the file's clock; one that runs ahead does not keep a file waiting for ever."""
    return abs(now.timestamp() - arrival.changed_ns / 1e9)


def _opened_below(folder: Path, name: str) -> BinaryIO:
    """The file for reading, each folder on its way opened without following links; raises OSError."""
    above = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        *folders, last = Path(name).parts
        for part in folders:
            below = os.open(part, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=above)
            os.close(above)
            above = below
        return os.fdopen(os.open(last, READING, dir_fd=above), "rb")
    finally:
        os.close(above)


def _at_home(found: Item | Reject, copy: str, path: str) -> Item | Reject:
    """The item or refusal under the address of the file itself, not of its copy."""
    if isinstance(found, Reject):
        detail = found.detail and found.detail.replace(copy, path)
        return found._replace(uri=found.uri and found.uri.replace(copy, printable(path)), detail=detail)
    return replace(found, uri=path + found.uri.removeprefix(copy)) if found.uri.startswith(copy) else found
