"""Pruning: old documents that nothing cites are dropped, small batches put together, and the rest published anew."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import pyarrow as pa

from pipelines.news import run_news
from pipelines.publishing import is_published
from pipelines.records import new_run_id
from pipelines.settings import Settings
from pipelines.steps import Step, key_of_step, outstanding
from schemas.landed import LANDED
from schemas.records import REJECTS
from schemas.table import Table
from stages import STAGES
from warehouse import clock
from warehouse.damage import naming_damage
from warehouse.journal import Journal
from warehouse.lock import locked
from warehouse.retention import (
    drop_journal,
    dropped_documents,
    old_runs,
    rejects_without,
    rows_without,
    tombstones,
)
from warehouse.store import Store, key_of

PER_BATCH = [stage for stage in STAGES if stage.per == "batch"]


class NotWhole(RuntimeError):
    """A warehouse whose tables are not all made and published: what depends on them cannot be told."""


@dataclass(frozen=True, slots=True)
class Pruning:
    """What a pruning does: the documents it drops, the batches it joins, the runs whose records go."""

    before: datetime
    documents: int
    batches: int
    joined: int
    runs: int

    def __str__(self) -> str:
        dropped = f"{self.documents:,} documents received before {self.before:%Y-%m-%d} that nothing cites"
        return f"{dropped}; {self.batches} batches become {self.joined}; the records of {self.runs} runs"


def prune(settings: Settings, keep: timedelta, *, is_tried: bool) -> str:
    """Drop what was received longer ago than `keep` and nothing cites; a sentence on what became of it.

    Raises NotWhole, WarehouseBusy, CheckFailed. Nothing is removed before the rest is made, checked and published.
    """
    store, now = Store(settings.root), clock.now()
    with locked(settings.root), naming_damage(store):
        if next(outstanding(store, settings), None) is not None or not is_published(store, settings):
            raise NotWhole(f"{settings.root}: tables are out of date; `attest run` over its inputs makes them")
        if is_tried:
            return f"This would drop {plan(store, settings, now - keep)}."
        pruning = staged_pruning(store, settings, now - keep)
        journal = Journal(settings.root, new_run_id(settings.root))
        if store.staged_files():
            run_news([], settings, (), journal.run_id)
        drop_journal(settings.root, pruning.before)
        journal.note("pruned", documents=pruning.documents, batches=pruning.batches, runs=pruning.runs)
        return f"Dropped {pruning}."


def plan(store: Store, settings: Settings, before: datetime) -> Pruning:
    """What would be done."""
    dropped = set(dropped_documents(store, before)["document_id"].to_pylist())
    groups = groups_of(_sizes(store, dropped), settings.batch_size)
    return Pruning(before, len(dropped), sum(map(len, groups)), len(groups), len(old_runs(store, before)))


def staged_pruning(store: Store, settings: Settings, before: datetime) -> Pruning:
    """Stage the batches without what is dropped, and mark what goes; publishing ends it."""
    documents = dropped_documents(store, before)
    dropped = set(documents["document_id"].to_pylist())
    groups = groups_of(_sizes(store, dropped), settings.batch_size)
    for group in groups:
        _join(store, settings, group, dropped, tombstones(documents, group, store, before))
    runs = old_runs(store, before)
    for run_id in runs:
        store.drop("runs", run_id)
        store.drop("checks", run_id)
    return Pruning(before, len(dropped), sum(map(len, groups)), len(groups), len(runs))


def groups_of(sizes: dict[str, tuple[int, int]], batch_size: int) -> list[list[str]]:
    """Which batches become one: those that lose rows, and those not half full, in order, as long as they fit.

    `sizes` gives for each batch its rows now and then. A batch that neither loses rows nor finds company stays.
    """
    chosen = [batch_id for batch_id, (now, then) in sizes.items() if then < now or then < batch_size / 2]
    groups: list[list[str]] = []
    room = 0
    for batch_id in chosen:
        then = sizes[batch_id][1]
        if not groups or then > room:
            groups.append([])
            room = batch_size
        groups[-1].append(batch_id)
        room -= then
    return [group for group in groups if len(group) > 1 or sizes[group[0]][1] < sizes[group[0]][0]]


def _sizes(store: Store, dropped: Collection[str]) -> dict[str, tuple[int, int]]:
    sizes = {}
    for batch_id in store.batches():
        ids = store.read(LANDED.name, batch_id)["document_id"].to_pylist()
        sizes[batch_id] = (len(ids), sum(document_id not in dropped for document_id in ids))
    return sizes


def _join(store: Store, settings: Settings, group: Sequence[str], dropped: set[str], graves: pa.Table) -> None:
    """Stage one batch in the place of several, with the keys that its tables would be made with."""
    landed = rows_without(store, LANDED.name, group, dropped)
    refused = pa.concat_tables([rejects_without(store, "landed", group, set()), graves])
    parts = [*landed["document_id"].to_pylist(), *map(str, refused.to_pylist())]
    key = key_of(parts)
    batch_id = key[:16]
    store.write(REJECTS, f"landed-{batch_id}", refused, key)
    if landed.num_rows:
        store.write(LANDED, batch_id, _of_batch(landed, LANDED, batch_id), key)
        for stage in PER_BATCH:
            step_key = key_of_step(Step(stage, batch_id), store, settings)
            if step_key is None:
                raise NotWhole(f"{settings.root}: {stage.name} of {batch_id} has no input")
            rejects = rejects_without(store, stage.name, group, dropped)
            store.write(REJECTS, f"{stage.name}-{batch_id}", rejects, step_key)
            for table in reversed(stage.makes):
                rows = _of_batch(rows_without(store, table.name, group, dropped), table, batch_id)
                store.write(table, batch_id, rows, step_key)
    for old in group:
        for name in ("landed", *(stage.name for stage in PER_BATCH)):
            store.drop(REJECTS.name, f"{name}-{old}")
        for table in (LANDED, *(table for stage in PER_BATCH for table in stage.makes)):
            store.drop(table.name, old)


def _of_batch(rows: pa.Table, table: Table, batch_id: str) -> pa.Table:
    """The rows as of that batch, where they say of which they are."""
    if "batch_id" not in rows.column_names:
        return rows
    values = pa.array([batch_id] * rows.num_rows, table.column("batch_id").type)
    return rows.set_column(rows.column_names.index("batch_id"), "batch_id", values)
