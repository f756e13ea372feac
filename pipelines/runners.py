"""Runners: where the batches of a stage are made: in this process, in worker processes, or on a Dask cluster."""

from typing import Any

from prefect.task_runners import ProcessPoolTaskRunner, TaskRunner, ThreadPoolTaskRunner

from pipelines.settings import Settings

CONNECT_TIMEOUT = "20s"  # to a scheduler that may be on another machine


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
    try:
        Client(settings.scheduler, timeout=CONNECT_TIMEOUT, set_as_default=False).close()  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise NoCluster(f"{settings.scheduler}: no Dask scheduler answers there: {error}") from error
    return DaskTaskRunner(address=settings.scheduler)
