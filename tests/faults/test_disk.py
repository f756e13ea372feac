"""A disk that takes nothing more, or nothing at all: one sentence, what stood stands, and no half-written file."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from pipelines.failures import said, sentence_of
from pipelines.running import run_once
from pipelines.settings import Settings
from schemas.records import REJECTS, Reject, reject_rows
from tests.faults.conftest import Mount
from tests.rows import database_of
from warehouse.damage import naming_damage
from warehouse.journal import Journal
from warehouse.lock import locked
from warehouse.sql import ask
from warehouse.store import Store, write_bytes

KEPT = 20_000  # bytes that are left on the full disk: room for beginnings
LONG = reject_rows(
    [Reject("documents", None, f"{number}.txt", "too_short", os.urandom(16).hex()) for number in range(9_000)]
)


def fill(disk: Path) -> None:
    """Leave no more room than that."""
    free = os.statvfs(disk)
    with (disk / "filling").open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, free.f_bavail * free.f_frsize - KEPT)


def left_in(disk: Path) -> list[str]:
    """The files of the disk but for what fills it."""
    return sorted(str(path.relative_to(disk)) for path in disk.rglob("*") if path.is_file() and path.name != "filling")


@pytest.fixture
def disk(mount: Mount) -> Path:
    return mount("disk", "size=30m")


def test_a_table_that_finds_no_room_leaves_the_one_before(disk: Path) -> None:
    store = Store(disk)
    store.write(REJECTS, "b", LONG.slice(0, 2), "before", staged=False)
    fill(disk)
    with pytest.raises(OSError, match=r"batch=b\.parquet") as raised:
        store.write(REJECTS, "b", LONG, "after", staged=False)
    assert raised.value.errno == errno.ENOSPC
    assert store.read("rejects", "b").num_rows == 2
    assert left_in(disk) == ["data/rejects/batch=b.parquet"]


def test_a_database_that_finds_no_room_leaves_the_one_before(disk: Path) -> None:
    database = database_of(disk, {"documents": [{"title": "before"}]})
    before = left_in(disk)
    fill(disk)
    with pytest.raises(Exception, match=r"No space left|write") as raised:
        database_of(disk, {"documents": [{"title": "after" * 10_000} for _ in range(20)]})
    assert "no room is left on the disk" in sentence_of(raised.value)
    assert ask(database, "select title from documents").to_pylist() == [{"title": "before"}]
    assert left_in(disk) == before


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "w/a"), "no room is left on the disk for w/a: make room"),
        (OSError(errno.EDQUOT, "Disk quota exceeded", "w/a"), "no room is left on the disk for w/a: make room"),
        (OSError(errno.EROFS, "Read-only file system", "w"), "nothing was done: the file system for w is read-only"),
        (OSError(errno.EACCES, "Permission denied", "w"), "[Errno 13] Permission denied: 'w'"),
        (ValueError("two\nlines"), "two lines"),
    ],
)
def test_a_failure_is_one_sentence(error: Exception, sentence: str) -> None:
    assert sentence_of(error).startswith(sentence)


def test_a_commit_that_finds_no_room_shows_no_trace(capsys: pytest.CaptureFixture[str]) -> None:
    """The database raises what it was doing, and says only in words why it could not."""
    with pytest.raises(SystemExit), said():
        raise duckdb.TransactionException("Failed to commit: Could not write file: No space left on device")
    assert capsys.readouterr().err.startswith("attest: no room is left on the disk: make room")


@pytest.mark.parametrize(
    "start",
    [
        lambda settings: run_once([], settings),
        lambda settings: run_once([str(Path(__file__))], settings),  # something to receive
        lambda settings: locked(settings.root).__enter__(),
    ],
)
def test_a_read_only_warehouse_is_said_and_left(start: Callable[[Settings], object], mount: Mount) -> None:
    settings = Settings(warehouse=mount("read_only", "ro,size=1m"))
    with pytest.raises(OSError, match="Read-only") as raised:
        start(settings)
    assert sentence_of(raised.value) == f"nothing was done: the file system for {settings.root / 'data'} is read-only"
    assert list(Journal(settings.root).backwards()) == []


def test_what_fills_the_disk_is_not_taken_for_damage(disk: Path) -> None:
    """A sound file is neither blamed nor set aside when the system is what fails."""
    write_bytes(disk / "data" / "claims" / "batch=b.parquet", b"no Parquet")
    with pytest.raises(OSError, match="No space"), naming_damage(Store(disk), set_aside=True):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert left_in(disk) == ["data/claims/batch=b.parquet"]
