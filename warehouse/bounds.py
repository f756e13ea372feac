"""Bounds on a question: memory that the database does not count, and time that it does not give back."""

import os
import resource
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOM = 1_000_000_000  # bytes beside the database's own limit: threads, and memory that is only reserved
STATM = Path("/proc/self/statm")
UNITS = {"KB": 10**3, "MB": 10**6, "GB": 10**9}


def bytes_of(size: str) -> int:
    """500MB as a number; raises KeyError for another unit."""
    return int(size[:-2]) * UNITS[size[-2:].upper()]


@contextmanager
def held_to(limit: int) -> Iterator[None]:
    """Refuse this process more than `limit` further bytes; without effect where the system does not say what it holds.

    One function call of SQL may ask for any amount: DuckDB's own limit counts tables and sorts, not a single value.
    """
    if not STATM.exists():
        yield
        return
    held = int(STATM.read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    bound = min((each for each in (soft, hard) if each != resource.RLIM_INFINITY), default=held + limit + ROOM)
    resource.setrlimit(resource.RLIMIT_AS, (min(bound, held + limit + ROOM), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


@contextmanager
def ended_after(seconds: float, sentence: str) -> Iterator[None]:
    """End the process with that sentence and exit status 1 where what it does goes on for longer.

    For a command's process only: a call that never looks up cannot be interrupted in any other way.
    """

    def end() -> None:
        print(f"attest: {sentence}", file=sys.stderr, flush=True)  # noqa: T201 - the command line's last word
        os._exit(1)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
