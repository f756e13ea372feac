"""Runners: where the batches of a stage are made: in this process, in worker processes, or on a Dask cluster."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from multiprocessing import parent_process
from multiprocessing.process import BaseProcess as ParentProcess
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from prefect.context import refresh_global_settings_context
from prefect.settings import PREFECT_API_URL, temporary_settings
from prefect.task_runners import ProcessPoolTaskRunner, TaskRunner, ThreadPoolTaskRunner

from pipelines.prefect_server import server_running
from pipelines.resources import load_all
from pipelines.settings import Settings
from warehouse.suites import ready

CONNECT_TIMEOUT = "20s"  # to a scheduler that may be on another machine
# Without pages and services: nobody looks at a server that lives for one run.
FOR_ONE_RUN = {"PREFECT_UI_ENABLED": "0", "PREFECT__SERVER_EPHEMERAL": "1", "PREFECT__SERVER_FINAL": "1"}
LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class NoCluster(RuntimeError):
    """A Dask cluster that is asked for and not there."""


def runner_of(settings: Settings, batches: int) -> TaskRunner[Any]:
    """The runner of a run that has about so many batches to make.

    Starting worker processes takes seconds, so that one batch is made in this process. Raises NoCluster.
    """
    if settings.runner == "dask":
        return _dask_runner(settings)
    workers = min(settings.workers, batches)
    return ProcessPoolTaskRunner(workers) if workers > 1 else ThreadPoolTaskRunner(1)


def _dask_runner(settings: Settings) -> TaskRunner[Any]:
    try:
        from distributed import Client
        from prefect_dask.task_runners import DaskTaskRunner
    except ImportError as error:
        raise NoCluster(f"the runner dask needs pip install 'attest[dask]': {error}") from error
    if settings.scheduler is None:
        # Processes of one thread each: a stage holds the interpreter, and a model is loaded once a process.
        local = {"n_workers": settings.workers, "threads_per_worker": 1, "processes": True, "dashboard_address": None}
        return DaskTaskRunner(cluster_kwargs=local)
    if urlsplit(settings.scheduler).hostname not in LOOPBACK and not PREFECT_API_URL.value():
        raise NoCluster(
            f"{settings.scheduler}: workers elsewhere need a Prefect server that they can reach: set PREFECT_API_URL"
        )
    try:
        Client(settings.scheduler, timeout=CONNECT_TIMEOUT, set_as_default=False).close()  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise NoCluster(f"{settings.scheduler}: no Dask scheduler answers there: {error}") from error
    return DaskTaskRunner(address=settings.scheduler)


@contextmanager
def one_server(root: Path) -> Iterator[None]:
    """One Prefect server for this process and its workers: the one that is named, or our own, which ends with us."""
    if PREFECT_API_URL.value():
        yield
        return
    try:
        with server_running(root, 0, FOR_ONE_RUN), temporary_settings({PREFECT_API_URL: os.environ["PREFECT_API_URL"]}):
            refresh_global_settings_context()  # Prefect's own threads know no other, and would start a server of theirs
            yield
    finally:
        os.environ.pop("PREFECT_API_URL", None)
        refresh_global_settings_context()


@contextmanager
def loading_meanwhile(settings: Settings, runner: TaskRunner[Any]) -> Iterator[Thread]:
    """A thread that loads what this process will need, to be joined before it does: a server takes seconds to start."""
    is_here = isinstance(runner, ThreadPoolTaskRunner)  # else others make the batches
    loading = Thread(target=_load if is_here else None, args=(settings,) if is_here else (), daemon=True)
    loading.start()
    yield loading


def _load(settings: Settings) -> None:
    with suppress(Exception):  # the step that needs what cannot be loaded says so
        ready()
        load_all(settings)


@cache
def end_with_parent() -> None:
    """In a worker process, end when the process that started it does, however it ends."""
    parent = parent_process()
    if parent is not None:
        Thread(target=_ended_after, args=(parent,), daemon=True).start()


def _ended_after(parent: ParentProcess) -> None:
    parent.join()
    os._exit(1)
