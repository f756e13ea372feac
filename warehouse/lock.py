"""One writer at a time: a lock on the warehouse folder, freed by the system when its holder ends, however it ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from warehouse.journal import Journal
from warehouse.layout import make_current


class WarehouseBusy(RuntimeError):
    """Another run is writing to the warehouse."""


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """Hold the warehouse for writing, made current where an older version wrote it.

    Raises WarehouseBusy, LaterLayout, OldLayout, or OSError where the folder cannot be written.
    """
    folder = root / "data"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            lock.seek(0)
            raise WarehouseBusy(f"{root}: process {lock.read().strip() or '?'} is writing to this warehouse") from error
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        done = make_current(root)
        if done:
            Journal(root).note("upgraded", files=len(done), first=done[0])
        yield
