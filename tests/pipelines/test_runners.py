"""Runners: the same bytes when a worker is killed in the middle; a scheduler that is not there is said."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from distributed import Client

from pipelines.runners import NoCluster, runner_of
from pipelines.scratch import lend_gazetteers, make_tables
from pipelines.settings import Settings
from tests.stores import DERIVED, assert_same
from warehouse.store import Store

BATCH = 2
TOWNS = ("Idlib", "Homs", "Hama", "Zabadani", "Douma", "Raqqa", "Manbij", "Daraa")
PAGE = """Officers leave their posts in {town}

{day} July 2012

A colonel and {count} soldiers deserted their barracks in {town} on Sunday and crossed into Turkey, a rebel spokesman
said. The army denied that any officer had left. Shells killed {count} civilians in {town} on Monday, activists said,
and hundreds marched against the governor.
"""
HERE = ("--host", "127.0.0.1")
PATIENCE = 900.0  # seconds, on a busy machine


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("in")
    for number, town in enumerate(TOWNS, start=2):
        (folder / f"{town}.txt").write_text(PAGE.format(town=town, day=number, count=number + 9), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def alone(inbox: Path, lender: Path, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The tables made one after the other in this process."""
    settings = Settings(warehouse=tmp_path_factory.mktemp("alone"), batch_size=BATCH)
    lend_gazetteers(lender, settings.root / "data")
    return make_tables([str(inbox)], settings, DERIVED)


def run(inbox: Path, warehouse: Path, lender: Store, *words: str) -> subprocess.Popen[str]:
    """A run of the command line in a process of its own."""
    lend_gazetteers(lender.root / "data", warehouse / "data")
    options = ["--warehouse", str(warehouse), "--batch-size", str(BATCH), *words]
    return subprocess.Popen(  # noqa: S603 - the project's own command
        [sys.executable, "-m", "pipelines", "run", str(inbox), *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


@contextmanager
def cluster(folder: Path) -> Iterator[tuple[str, dict[str, subprocess.Popen[bytes]]]]:
    """A scheduler and two workers, each a process of its own; yields its address and the workers by name."""
    address_file = folder / "scheduler.json"
    names = ("first", "second")
    quiet = {**os.environ, "DASK_LOGGING__DISTRIBUTED": "critical"}
    at = ["--scheduler-file", str(address_file)]
    scheduler = subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "distributed.cli.dask_scheduler", *at, *HERE, "--port", "0", "--no-dashboard"], env=quiet
    )
    worker = [sys.executable, "-m", "distributed.cli.dask_worker", *at, *HERE, "--nthreads", "1", "--no-nanny"]
    worker += ["--no-dashboard", "--local-directory", str(folder)]
    workers = {name: subprocess.Popen([*worker, "--name", name], env=quiet) for name in names}  # noqa: S603
    try:
        with Client(scheduler_file=str(address_file), timeout=PATIENCE, set_as_default=False) as client:
            client.wait_for_workers(len(names), timeout=PATIENCE)
            address = client.scheduler.address
        yield address, workers
    finally:
        for process in (*workers.values(), scheduler):
            process.kill()
            process.wait()


def kill_one_at_work(
    running: subprocess.Popen[str], address: str, workers: dict[str, subprocess.Popen[bytes]], warehouse: Path
) -> str:
    """SIGKILL a worker that is making a batch, once the first texts are cleaned; returns its name."""
    with Client(address, set_as_default=False) as client:
        while running.poll() is None:
            busy = [worker for worker, keys in client.processing().items() if keys]
            if busy and list((warehouse / "data" / "staged" / "documents").glob("*.parquet")):
                name = str(client.scheduler_info()["workers"][busy[0]]["name"])
                os.kill(workers[name].pid, signal.SIGKILL)
                return name
            time.sleep(0.02)
    raise AssertionError(running.communicate()[0])


@pytest.mark.slow
def test_a_killed_dask_worker_changes_no_byte(inbox: Path, alone: Store, tmp_path: Path) -> None:
    with cluster(tmp_path) as (address, workers):
        warehouse = tmp_path / "warehouse"
        running = run(inbox, warehouse, alone, "--runner", "dask", "--scheduler", address)
        killed = kill_one_at_work(running, address, workers, warehouse)
        said, _ = running.communicate(timeout=PATIENCE)
        assert running.returncode == 0, said
        assert workers[killed].wait() == -signal.SIGKILL
    made = Store(warehouse)
    assert_same(made, alone)
    (batch,) = made.batches("runs")
    steps = [(row["stage"], row["batch_id"]) for row in made.read("runs", batch).to_pylist()]
    assert len(steps) == len(set(steps))  # a batch that ran twice is told once


@pytest.mark.parametrize(
    "scheduler",
    [
        "tcp://127.0.0.1:1",  # nothing listens there
        "no-such-protocol://127.0.0.1:1",
        "tcp://cluster.invalid:8786",  # and its workers would reach no Prefect server
    ],
)
def test_a_scheduler_that_does_not_answer_is_said(
    tmp_path: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipelines.runners.CONNECT_TIMEOUT", "1s")
    with pytest.raises(NoCluster, match=scheduler.partition(":")[0]):
        runner_of(Settings(warehouse=tmp_path, runner="dask", scheduler=scheduler), 4)
