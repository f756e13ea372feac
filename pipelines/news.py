"""The flow `news`: receive, make every table, check, publish, report."""

import sys
from collections.abc import Sequence
from concurrent.futures import BrokenExecutor

from httpx import TransportError
from prefect import flow, task
from prefect.artifacts import create_markdown_artifact, create_table_artifact
from prefect.client.schemas.objects import State, TaskRun
from prefect.exceptions import PrefectHTTPStatusError
from prefect.tasks import Task

from pipelines.cli import quiet_libraries
from pipelines.prefect_server import end_of_server
from pipelines.progress import progress_of
from pipelines.publishing import check_whole, mirror_published, publish
from pipelines.records import Records, Row, new_run_id
from pipelines.runners import end_with_parent, loading_meanwhile, one_server, runner_of
from pipelines.settings import Settings
from pipelines.steps import is_current, outstanding, run_step, step_of, steps_of
from pipelines.summary import Outcome, failures_in, outcome_of, rejects_in, summary_of
from stages import STAGES
from warehouse.finding import expected_items
from warehouse.history import remember
from warehouse.journal import Journal
from warehouse.landing import Landing, Reception, land
from warehouse.store import Store

RETRY_DELAYS = [1.0, 5.0, 20.0]  # seconds: a full disk or a lost share may come back, a rule that fails does not

WHY_KILLED = "as systems do when memory is short: fewer --workers or a smaller --batch-size need less; run again"


class WorkerLost(RuntimeError):
    """A worker process that ended before its batch was made."""


def is_worldly(_task: Task[..., object], _run: TaskRun, state: State[object]) -> bool:
    """Whether the failure is the world's, so that another try may succeed."""
    failure = state.result(raise_on_failure=False)
    return isinstance(failure, OSError) and not isinstance(failure, FileNotFoundError)


@task(name="land", retries=3, retry_delay_seconds=RETRY_DELAYS, retry_condition_fn=is_worldly)
def receive(inputs: Sequence[str], settings: Settings) -> Landing:
    """Receive what the inputs hold."""
    reception = Reception(inputs, settings.batch_size, settings.max_bytes, sys.stdin.buffer)
    return land(reception, Store(settings.root), Journal(settings.root).now())


@task(
    name="make",
    task_run_name="{stage_name} {batch_id}",
    retries=3,
    retry_delay_seconds=RETRY_DELAYS,
    retry_condition_fn=is_worldly,
)
def make(stage_name: str, batch_id: str, settings: Settings, run_id: str) -> dict[str, list[Row]]:
    """Make one stage's tables for one batch."""
    end_with_parent()
    quiet_libraries()  # a worker process knows nothing of what the command line set
    return run_step(step_of(stage_name, batch_id), Store(settings.root), settings, run_id)


@task(name="publish", retries=2, retry_delay_seconds=RETRY_DELAYS[:2], retry_condition_fn=is_worldly)
def check_and_publish(settings: Settings, records: Records) -> None:
    """Judge the whole, publish it, and write the report."""
    store = Store(settings.root)
    try:
        check_whole(store, records)
    finally:
        records.write(store)
    remember(store, records.run_id, Journal(settings.root).now())
    publish(store, settings)


@task(name="mirror", retries=3, retry_delay_seconds=RETRY_DELAYS, retry_condition_fn=is_worldly)
def send_published(settings: Settings) -> None:
    """Bring the mirror to the published state."""
    mirror_published(Store(settings.root), settings)


@flow(name="news", validate_parameters=False)
def news(inputs: Sequence[str], settings: Settings, again: Sequence[str] = (), run_id: str | None = None) -> Outcome:
    """Receive the inputs, make what is missing or out of date, check it, and publish it.

    `again` names tables that are made anew even where they are current. Raises CheckFailed when a critical check
    fails; the last published warehouse then stands as it was.
    """
    store, records = Store(settings.root), Records.journaled(settings.root, run_id or new_run_id(settings.root))
    store.sweep()
    for table in again:
        store.forget(table)
    landing = receive(inputs, settings) if inputs else Landing()
    records.received(landing.batches)
    try:
        make_all(store, settings, records)
    except BaseException:
        records.write(store)
        raise
    check_and_publish(settings, records)
    if settings.mirror is not None:
        send_published(settings)
    outcome = outcome_of(records, landing, settings)
    create_markdown_artifact(summary_of(outcome), key="news-summary", description="What this run brought.")
    create_table_artifact(rejects_in(settings), key="news-rejects", description="Refusals by stage and reason.")
    create_table_artifact(failures_in(records), key="news-checks", description="Checks that did not hold.")
    return outcome


def make_all(store: Store, settings: Settings, records: Records) -> None:
    """Every stage in turn, its batches side by side; a stage starts when the one before is whole."""
    for stage in STAGES:
        waiting = [step for step in steps_of(stage, store) if not is_current(step, store, settings)]
        if not waiting:
            continue
        with progress_of(stage.name, len(waiting)) as stretch:
            futures = [make.submit(step.stage.name, step.batch_id, settings, records.run_id) for step in waiting]
            for step, future in zip(waiting, futures, strict=True):
                try:
                    records.add(future.result())
                except BrokenExecutor as error:
                    raise WorkerLost(f"{step.name}: a worker process was killed, {WHY_KILLED}") from error
                stretch.advance()


def run_news(
    inputs: Sequence[str], settings: Settings, again: Sequence[str] = (), run_id: str | None = None
) -> Outcome:
    """The flow, with worker processes where there are batches to share among them: starting one takes seconds."""
    waiting = {step.batch_id for step in outstanding(Store(settings.root), settings)}
    batches = len(waiting) + expected_items(inputs) // settings.batch_size
    runner = runner_of(settings, batches)
    try:
        with loading_meanwhile(settings, runner) as loading, one_server(settings.root):
            loading.join()
            return news.with_options(task_runner=runner)(inputs, settings, again, run_id)
    except (TransportError, PrefectHTTPStatusError) as error:
        what = f"{type(error).__name__} {error}".strip()
        raise end_of_server(settings.root, f"Prefect's server has gone or fails, {what}") from error
