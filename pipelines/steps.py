"""Steps: one stage over one batch, skipped when nothing it depends on has changed."""

import time
from collections.abc import Iterator
from dataclasses import dataclass

import pyarrow as pa

from pipelines.isolation import made_by
from pipelines.records import Row
from pipelines.resources import resources_for, seed_version
from pipelines.settings import Settings
from pipelines.versions import code_version
from schemas.records import REJECTS, reject_rows
from schemas.table import Table
from stages import STAGES
from stages.stage import Stage
from warehouse.inputs import input_rows, query_of, tables_of
from warehouse.journal import Journal
from warehouse.quality import judge
from warehouse.store import CORPUS, Store, key_of


class CheckFailed(RuntimeError):
    """A critical check that rows did not pass: nothing is published."""


@dataclass(frozen=True, slots=True)
class Step:
    """One stage over one batch."""

    stage: Stage
    batch_id: str

    @property
    def name(self) -> str:
        """What logs and progress call it."""
        return f"{self.stage.name} {self.batch_id}"


def steps_of(stage: Stage, store: Store) -> list[Step]:
    """A stage's steps: one a batch, or one over the corpus."""
    return [Step(stage, batch_id) for batch_id in (store.batches() if stage.per == "batch" else [CORPUS])]


def step_of(stage_name: str, batch_id: str) -> Step:
    """The step of that stage and batch; raises KeyError."""
    return Step({stage.name: stage for stage in STAGES}[stage_name], batch_id)


def key_of_step(step: Step, store: Store, settings: Settings) -> str | None:
    """What the step's result depends on, as a hash; null while one of its inputs is not made yet."""
    parts = [step.stage.name, code_version(step.stage.function.__module__), seed_version(step.stage, settings)]
    for name in step.stage.reads:
        if step.stage.per == "batch":
            stored = [store.stored(name, step.batch_id)]
        else:
            stored = [store.stored(table, batch) for table in sorted(tables_of(name)) for batch in store.batches(table)]
            parts.append("" if tables_of(name) == {name} else query_of(name))
        if None in stored:
            return None
        parts.extend(file.content for file in stored if file)
    return key_of(parts)


def is_current(step: Step, store: Store, settings: Settings) -> bool:
    """Whether the stored result is the one the step would make."""
    key = key_of_step(step, store, settings)
    made = [store.stored(table.name, step.batch_id) for table in step.stage.makes]
    return key is not None and all(stored is not None and stored.key == key for stored in made)


def outstanding(store: Store, settings: Settings) -> Iterator[Step]:
    """The steps whose results are missing or out of date, in order."""
    for stage in STAGES:
        yield from (step for step in steps_of(stage, store) if not is_current(step, store, settings))


def run_step(step: Step, store: Store, settings: Settings, run_id: str) -> dict[str, list[Row]]:
    """Make and stage the step's tables; returns rows for `runs` and `checks`. Raises CheckFailed."""
    key = key_of_step(step, store, settings)
    if key is None:
        raise FileNotFoundError(f"{step.name}: an input is missing")
    started_at, began = Journal(store.root).now(), time.perf_counter()
    inputs = [_read(step, name, store) for name in step.stage.reads]
    made = made_by(step.stage, inputs, resources_for(step.stage, settings))
    checks: list[Row] = []
    rejects = list(made.rejects)
    kept: list[tuple[Table, pa.Table]] = []
    for table in step.stage.makes:
        verdict = judge(table, made.rows if table is step.stage.makes[0] else made.also[table.name], run_id)
        checks += verdict.checks
        if verdict.is_critical:
            raise CheckFailed(verdict.sentence)
        rejects += verdict.rejects
        kept.append((table, verdict.kept))
    store.write(REJECTS, f"{step.stage.name}-{step.batch_id}", reject_rows(rejects), key)
    for table, rows in reversed(kept):  # the first table last: its key says that all of them are there
        store.write(table, step.batch_id, rows, key)
    run: Row = {
        "run_id": run_id,
        "stage": step.stage.name,
        "batch_id": step.batch_id,
        "row_count_in": inputs[0].num_rows,
        "row_count": made.rows.num_rows,
        "reject_count": len(rejects),
        "started_at": started_at,
        "seconds": time.perf_counter() - began,
        **_versions(step, settings),
    }
    return {"runs": [run], "checks": checks}


def _read(step: Step, name: str, store: Store) -> pa.Table:
    return store.read(name, step.batch_id) if step.stage.per == "batch" else input_rows(name, store)


def _versions(step: Step, settings: Settings) -> dict[str, object]:
    return {
        "code_version": code_version(step.stage.function.__module__),
        "seed_version": seed_version(step.stage, settings),
        "model_version": (settings.model or "shipped") if "language" in step.stage.uses else None,
    }
