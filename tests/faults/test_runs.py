"""Whole runs that something breaks: one sentence says so, readers see what stood, and the next run makes it good."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from pipelines import commands
from pipelines.pruning import prune
from pipelines.settings import Settings
from tests.faults.conftest import Mount
from tests.faults.killing import Ground, processes_of, run, started
from tests.faults.states import broken_files, database_state, state_of, temporaries_in
from warehouse.backup import BadBackup, read_backup, write_backup
from warehouse.lock import WarehouseBusy
from warehouse.report import write_report
from warehouse.sql import ask

pytestmark = pytest.mark.slow

PATIENCE = 600.0  # seconds, on a busy machine
ELSEWHEN = """
import datetime
from warehouse import clock
clock.now = lambda: datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=40)
from pipelines.cli import main
main()
"""


def assert_made_good(root: Path, ground: Ground) -> None:
    """Run again, undisturbed: every table is what a run without faults makes, and nothing is left over."""
    again = run(root, ground.pages, ground.server)
    assert again.returncode == 0, again.stderr
    assert state_of(root) == ground.after
    assert (temporaries_in(root), processes_of(root)) == ([], [])


def assert_stands(root: Path, ground: Ground) -> None:
    """Readers see what was published before, and no file is half-written."""
    seen = database_state(root / "attest.duckdb")
    assert seen == {name: ground.before[name] for name in seen}
    assert broken_files(root) == []


def sentence_in(failed: str) -> str:
    """The one sentence of a failed run, which shows no trace."""
    assert "Traceback" not in failed, failed
    (sentence,) = (line for line in failed.splitlines() if line.startswith("attest: "))
    return sentence


def wait_for(found: Callable[[], object], running: "subprocess.Popen[str]") -> None:
    """Until that is true while the run works."""
    last = time.monotonic() + PATIENCE
    while not found():
        assert running.poll() is None, running.communicate()
        assert time.monotonic() < last
        time.sleep(0.05)


def children_of(running: "subprocess.Popen[str]", word: str) -> list[int]:
    """The processes that the run started and whose command line has that word."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = (folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1]
            words = (folder / "cmdline").read_bytes().decode(errors="replace")
        except OSError:
            continue
        if int(parent) == running.pid and word in words:
            found.append(int(folder.name))
    return found


@pytest.mark.parametrize("room", [300_000, 9_000_000], ids=["no room for tables", "no room for the database"])
def test_a_full_disk(room: int, ground: Ground, mount: Mount, tmp_path: Path) -> None:
    root = shutil.copytree(ground.folder / "before", mount("disk", "size=120m") / "warehouse", symlinks=True)
    free = os.statvfs(root)
    filling = root.parent / "filling"
    with filling.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, free.f_bavail * free.f_frsize - room)
    broken = run(root, ground.pages, ground.server, note=tmp_path / "note")
    assert broken.returncode == 1
    assert sentence_in(broken.stderr).startswith("attest: no room is left on the disk"), broken.stderr
    assert_stands(root, ground)
    assert not list(root.rglob("*.tmp"))
    filling.unlink()
    assert_made_good(root, ground)


def test_two_runs_at_once_and_whoever_else_comes(ground: Ground, tmp_path: Path) -> None:
    root, settings = ground.copy("twice"), Settings(warehouse=ground.folder / "twice")
    write_backup(root, tmp_path / "w.tar")
    first = started(root, ground.pages, ground.server)
    wait_for(lambda: list((root / "data" / "staged").rglob("*.parquet")), first)
    second = run(root, ground.pages, ground.server, note=tmp_path / "second.note")
    assert second.returncode == 1
    assert sentence_in(second.stderr) == f"attest: {root}: process {first.pid} is writing to this warehouse"
    for refused in (
        lambda: commands.build(root),
        lambda: commands.backup(root, tmp_path / "x.tar"),
        lambda: commands.check(root),
        lambda: prune(settings, timedelta(days=1), is_tried=False),
        lambda: read_backup(tmp_path / "w.tar", root),
    ):
        with pytest.raises((WarehouseBusy, BadBackup), match=r"is writing to this warehouse|stands there already"):
            refused()
    while first.poll() is None:  # questions and reports are answered meanwhile
        assert ask(settings.database, "select count(*) as documents from documents").num_rows == 1
        write_report(settings.database, settings.report)
    _, failed = first.communicate(timeout=PATIENCE)
    assert first.returncode == 0, failed
    assert state_of(root) == ground.after


def test_a_killed_worker_process(ground: Ground) -> None:
    root = ground.copy("worker")
    running = started(root, ground.pages, ground.server, workers=2)
    wait_for(lambda: list((root / "data" / "staged" / "raw_documents").glob("*.parquet")), running)
    os.kill(children_of(running, "spawn_main")[0], signal.SIGKILL)
    _, failed = running.communicate(timeout=PATIENCE)
    assert running.returncode == 1
    assert "a worker process was killed" in sentence_in(failed), failed
    assert_stands(root, ground)
    assert_made_good(root, ground)


def test_the_server_of_a_run_is_killed(ground: Ground) -> None:
    root = ground.copy("own-server")
    running = started(root, ground.pages, None)
    wait_for(lambda: list((root / "data" / "staged" / "parses").glob("*.parquet")), running)
    os.kill(children_of(running, "prefect_server")[0], signal.SIGKILL)
    _, failed = running.communicate(timeout=PATIENCE)
    assert running.returncode == 1
    assert "Prefect's server ended in the middle of the work" in sentence_in(failed), failed
    assert_stands(root, ground)
    assert_made_good(root, ground)


def test_a_server_elsewhere_is_killed(ground: Ground, tmp_path: Path) -> None:
    root = ground.copy("other-server")
    with server_in(tmp_path) as (address, server):
        running = started(root, ground.pages, address)
        wait_for(lambda: list((root / "data" / "staged" / "parses").glob("*.parquet")), running)
        server.kill()
        _, failed = running.communicate(timeout=PATIENCE)
    assert running.returncode == 1
    assert "Prefect's server has gone or fails" in sentence_in(failed), failed
    assert broken_files(root) == []
    assert_made_good(root, ground)


@contextmanager
def server_in(folder: Path) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """A Prefect server that is not of the run's making."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{bound.getsockname()[1]}/api"
        server = subprocess.Popen(  # noqa: S603 - this project's own
            [sys.executable, "-m", "pipelines.prefect_server", str(bound.fileno())],
            pass_fds=[bound.fileno()],
            stdin=subprocess.PIPE,
            env={**os.environ, "PREFECT_HOME": str(folder / "home"), "PREFECT_UI_ENABLED": "0"},
        )
    with server:
        last = time.monotonic() + PATIENCE
        while True:
            try:
                urllib.request.urlopen(f"{address}/health", timeout=5).close()  # noqa: S310 - on this machine
                break
            except OSError:
                assert time.monotonic() < last
                time.sleep(0.5)
        yield address, server
        server.kill()


def test_damaged_files_are_named_and_made_again(ground: Ground) -> None:
    root = ground.folder / "damaged"
    shutil.copytree(ground.folder / "after", root, symlinks=True, ignore=shutil.ignore_patterns("prefect*"))
    data = root / "data"
    for table in ("claims", "events", "documents"):
        path = min((data / table).glob("*.parquet"))
        content = bytearray(path.read_bytes())
        content[30] ^= 0xFF
        path.write_bytes(bytes(content))
    cut = min((data / "mentions").glob("*.parquet"))
    cut.write_bytes(cut.read_bytes()[:-50])
    with (root / "attest.duckdb").open("r+b") as database:
        database.truncate(9_000)
    for name in ("layout.json", "database.key"):
        (data / name).write_bytes(b"\xff{")
    broken = run(root, ground.pages, ground.server)
    assert broken.returncode == 1
    assert "the file is damaged; it is set aside, and the next run makes it again" in sentence_in(broken.stderr)
    assert_made_good(root, ground)


def test_what_was_received_is_not_made_up_for(ground: Ground) -> None:
    root = ground.folder / "received"
    shutil.copytree(ground.folder / "after", root, symlinks=True, ignore=shutil.ignore_patterns("prefect*"))
    path = min((root / "data" / "landed").glob("*.parquet"))
    path.write_bytes(b"no Parquet")
    broken = run(root, ground.pages, ground.server)
    assert broken.returncode == 1
    assert sentence_in(broken.stderr).endswith(f"{path}: the file is damaged; restore it from a backup")
    assert database_state(root / "attest.duckdb").items() <= ground.after.items()


def test_a_clock_that_is_put_back_between_runs(ground: Ground) -> None:
    root = ground.copy("clock")
    before = ask(root / "attest.duckdb", "select max(run_id) as run_id from runs").to_pylist()[0]["run_id"]
    words = ["run", *ground.pages, "--batch-size", "2", "--workers", "1", "--warehouse", str(root)]
    done = subprocess.run(  # noqa: S603 - this project's own command
        [sys.executable, "-c", ELSEWHEN, *words],
        env={**os.environ, "PREFECT_API_URL": ground.server or ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert state_of(root) == ground.after
    (told,) = ask(
        root / "attest.duckdb",
        """
        select
            (select max(run_id) from latest_checks) as judged_by,
            (select max(run_id) from runs) as run_id,
            (select count(*) from claims) as claims,
            (select count(*) from claims_as_of('infinity')) as known,
            (select min(received_at) >= (select max(received_at) from raw_documents where run_before) from raw_documents
             where not run_before) as in_order
        """.replace("run_before", f"batch_id in (select batch_id from runs where run_id = '{before}')"),
    ).to_pylist()
    assert told["judged_by"] == told["run_id"] > before
    assert told["known"] == told["claims"]
    assert told["in_order"]
