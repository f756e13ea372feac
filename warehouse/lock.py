"""One writer at a time: a lock on the warehouse folder, freed by the system when its holder ends, however it ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TextIO

from warehouse.journal import Journal
from warehouse.layout import make_current

RESTORING = "restoring"  # below data/: names the backup as long as it is not wholly there


class WarehouseBusy(RuntimeError):
    """Another run is writing to the warehouse."""


class HalfRestored(RuntimeError):
    """A warehouse of which a restore that was broken off wrote a part."""


def is_half_restored(root: Path) -> bool:
    """Whether a restore was broken off there."""
    return (root / "data" / RESTORING).exists()


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """Hold the warehouse for writing, made current where an older version wrote it.

    Raises WarehouseBusy, HalfRestored, LaterLayout, OldLayout, or OSError where the folder cannot be written.
    """
    with held(root):
        if is_half_restored(root):
            file = (root / "data" / RESTORING).read_text(encoding="utf-8")
            raise HalfRestored(f"{root}: restoring {file} was broken off there; `attest restore` it again")
        done = make_current(root)
        if done:
            Journal(root).note("upgraded", files=len(done), first=done[0])
        yield


@contextmanager
def unwritten(root: Path) -> Iterator[None]:
    """Keep writers away while every table is read, where there is a lock to be had; raises WarehouseBusy."""
    path = root / "data" / "lock"
    with path.open() if path.exists() else nullcontext() as lock:
        if lock is not None:
            _take(lock, fcntl.LOCK_SH, root)
        yield


@contextmanager
def held(root: Path) -> Iterator[None]:
    """Hold the warehouse for writing, whatever state it is in; raises WarehouseBusy and OSError."""
    folder = root / "data"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("a+") as lock:
        _take(lock, fcntl.LOCK_EX, root)
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


def _take(lock: TextIO, kind: int, root: Path) -> None:
    try:
        fcntl.flock(lock, kind | fcntl.LOCK_NB)
    except BlockingIOError as error:
        lock.seek(0)
        raise WarehouseBusy(f"{root}: process {lock.read().strip() or '?'} is writing to this warehouse") from error
