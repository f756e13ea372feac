"""Killing a run at one of its writes, running it again, and comparing what stands with a run that nothing disturbed."""

import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

import seeds
from pipelines.prefect_server import server_running
from pipelines.scratch import lend_gazetteers
from tests.faults.states import broken_files, database_state, state_of, temporaries_in

PAGES = 8  # small pages of the bundled corpus: half of them are published before the run that is killed
DELAYED = 0.4  # of the kills, somewhere after a write instead of before it
LONGEST = 1.5  # seconds after it
OWN_SERVER = 10  # every so many points a run starts a Prefect server of its own, as it does at a user's
PHASES = {
    "landed": "receiving",
    "report": "the report",
    "attest.duckdb": "the database",
    "database.key": "the last word",
}


@dataclass(frozen=True, slots=True)
class Point:
    """One kill and what became of it."""

    phase: str
    is_identical: bool
    lost: int
    half_written: int
    temporaries: int
    processes: int


@dataclass(frozen=True, slots=True)
class Ground:
    """The inputs, a warehouse that shows half of them, what it shows, and what it shows after a whole run."""

    folder: Path
    pages: tuple[str, ...]
    writes: tuple[str, ...]  # the paths, below the warehouse, that a whole run writes
    before: dict[str, str]
    after: dict[str, str]
    server: str | None

    def copy(self, name: str) -> Path:
        """A warehouse as it stands before the run."""
        root = self.folder / name
        shutil.copytree(self.folder / "before", root, symlinks=True, ignore=shutil.ignore_patterns("prefect*"))
        return root


def small_pages(folder: Path) -> tuple[str, ...]:
    """Copies of the smallest pages of the bundled corpus, one after the other of a file name order of its own."""
    folder.mkdir(parents=True)
    smallest = sorted(seeds.ARTICLES.glob("*.txt"), key=lambda path: (path.stat().st_size, path.name))[:PAGES]
    return tuple(str(shutil.copy(path, folder / f"{at}-{path.name}")) for at, path in enumerate(smallest))


@contextmanager
def ground_in(folder: Path, lender: Path, *, shared: bool = True) -> Iterator[Ground]:
    """The ground for kills, with one Prefect server for all of them; a gazetteer is lent to its warehouses."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = small_pages(folder / "pages")
    lend_gazetteers(lender, folder / "before" / "data")
    had = os.environ.pop("PREFECT_API_URL", None)
    os.environ["PREFECT_HOME"] = str(folder / "prefect")
    try:
        with server_running(folder, 0) if shared else _nothing():
            server = os.environ.pop("PREFECT_API_URL", None)
            yield _ground(folder, pages, server)
    finally:
        os.environ.pop("PREFECT_HOME", None)
        if had is not None:
            os.environ["PREFECT_API_URL"] = had


@contextmanager
def _nothing() -> Iterator[None]:
    yield


def _ground(folder: Path, pages: tuple[str, ...], server: str | None) -> Ground:
    first = run(folder / "before", pages[: PAGES // 2], server)
    assert first.returncode == 0, first.stderr
    before = state_of(folder / "before")
    ground = Ground(folder, pages, (), before, {}, server)
    whole, note = ground.copy("after"), folder / "after.note"
    second = run(whole, pages, server, note=note)
    assert second.returncode == 0, second.stderr
    return Ground(folder, pages, tuple(note.read_text(encoding="utf-8").splitlines()), before, state_of(whole), server)


def run(
    root: Path,
    pages: Sequence[str],
    server: str | None,
    *,
    note: Path | None = None,
    at: int = 0,
    delay: float = 0.0,
    workers: int = 1,
) -> subprocess.CompletedProcess[str]:
    """One run in a process group of its own, killed where that is asked for."""
    running = started(root, pages, server, note=note, at=at, delay=delay, workers=workers)
    said, failed = running.communicate(timeout=900)
    return subprocess.CompletedProcess(running.args, running.returncode, said, failed)


def started(
    root: Path,
    pages: Sequence[str],
    server: str | None,
    *,
    note: Path | None = None,
    at: int = 0,
    delay: float = 0.0,
    workers: int = 1,
) -> "subprocess.Popen[str]":
    """The run at work."""
    given = (str(note or root.with_suffix(".note")), str(at), str(delay))
    words = ("run", *pages, "--batch-size", "2", "--workers", str(workers), "--warehouse", str(root))
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_") or server}
    return subprocess.Popen(  # noqa: S603 - this project's own command
        [sys.executable, "-m", "tests.faults.killed", *given, *words],
        env=kept | ({"PREFECT_API_URL": server} if server else {}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def kill_at(ground: Ground, number: int, chance: random.Random) -> Point:
    """Kill one run at a random write, look at what is visible, run again, and look at what came of it."""
    root, note = ground.copy(f"point-{number}"), ground.folder / f"point-{number}.note"
    server = None if number % OWN_SERVER == 0 else ground.server
    delay = chance.uniform(0.01, LONGEST) if chance.random() < DELAYED else 0.0
    phase = chance.choice(sorted({_phase_of(path) for path in ground.writes}))
    at = chance.choice([at for at, path in enumerate(ground.writes, start=1) if _phase_of(path) == phase])
    killed = run(root, ground.pages, server, note=note, at=at, delay=delay)
    phase = _phase_of(note.read_text(encoding="utf-8").rpartition("\n")[2])
    if killed.returncode != -signal.SIGKILL:
        phase = "after the end"
    half_written = len(broken_files(root)) + (not _is_whole(root, ground))
    again = run(root, ground.pages, ground.server)
    assert again.returncode == 0, f"{phase}: {again.stderr}"
    now = state_of(root)
    point = Point(
        phase,
        now == ground.after,
        sum(now.get(name) != value for name, value in ground.after.items()),
        half_written,
        len(temporaries_in(root)),
        len(processes_of(root)),
    )
    if point.is_identical:
        shutil.rmtree(root)
    return point


def _is_whole(root: Path, ground: Ground) -> bool:
    """Whether the database that readers see is the one of before or the one of after, and nothing between."""
    try:
        seen = database_state(root / "attest.duckdb")
    except duckdb.Error:
        return False
    return any(seen.items() <= state.items() for state in (ground.before, ground.after))


def _phase_of(last: str) -> str:
    parts = Path(last).parts
    name = next((part for part in parts if part not in ("data", "staged")), "starting")
    known = next((phase for beginning, phase in PHASES.items() if name.startswith(beginning)), None)
    return known or (f"making {name}" if "staged" in parts else f"putting {name} in place")


def processes_of(root: Path) -> list[int]:
    """The processes that hold this warehouse in their environment or command line."""
    marks, found = str(root).encode(), []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            said = (folder / "environ").read_bytes() + (folder / "cmdline").read_bytes()
        except OSError:
            continue
        if marks + b"/" in said or marks + b"\0" in said:
            found.append(int(folder.name))
    return found
