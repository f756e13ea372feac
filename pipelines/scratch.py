"""Scratch warehouses: tables made for a measurement, without checks, publishing or Prefect, and then thrown away."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa

from pipelines.cli_service import DEFAULT
from pipelines.commands import settings_of
from pipelines.progress import progress_of
from pipelines.resources import resources_for
from pipelines.settings import Settings
from pipelines.steps import Step, is_current, key_of_step, steps_of
from schemas import TABLES
from stages import STAGES
from stages.stage import Stage
from warehouse import clock
from warehouse.inputs import input_rows, tables_of
from warehouse.landing import Reception, land
from warehouse.store import Store


@contextmanager
def scratch_settings(model: str | None = None, kept: Path | None = None) -> Iterator[Settings]:
    """Settings of a scratch warehouse, in the folder that is kept between measurements or one that goes when done.

    The gazetteer of the usual warehouse is lent to it, because compiling one takes longer than a small measurement.
    """
    with TemporaryDirectory(prefix="attest-") as temporary:
        folder = kept or Path(temporary)
        settings = settings_of(folder, {} if model is None else {"model": model})
        lend_gazetteers(DEFAULT.absolute() / "data", settings.root / "data")
        yield settings


def lend_gazetteers(lender: Path, borrower: Path) -> None:
    """Link the compiled gazetteers of one warehouse into another; their names say what they were compiled from."""
    if lender.absolute() == borrower.absolute():
        return
    borrower.mkdir(parents=True, exist_ok=True)
    for home in lender.glob("gazetteer-*"):
        link = borrower / home.name
        if not link.exists():
            link.symlink_to(home.absolute(), target_is_directory=True)


def make_tables(inputs: Sequence[str], settings: Settings, tables: Sequence[str]) -> Store:
    """Receive the inputs and make these tables, and what they are made from; what is current is not made again."""
    store = Store(settings.root)
    land(Reception(inputs, settings.batch_size, settings.max_bytes), store, clock.now())
    for stage in stages_for(tables):
        waiting = [step for step in steps_of(stage, store) if not is_current(step, store, settings)]
        if waiting:
            with progress_of(stage.name, len(waiting)) as stretch:
                for step in waiting:
                    _make(step, store, settings)
                    stretch.advance()
    return store


def stages_for(tables: Sequence[str]) -> list[Stage]:
    """The stages that these tables need, in order."""
    needed = set(tables)
    chosen: list[Stage] = []
    for stage in reversed(STAGES):
        if needed & {table.name for table in stage.makes}:
            chosen.append(stage)
            needed.update(*(tables_of(name) for name in stage.reads))
    return chosen[::-1]


def rows_of(table: str, store: Store) -> pa.Table:
    """Every batch of a table together."""
    batches = [store.read(table, batch_id) for batch_id in store.batches(table)]
    return pa.concat_tables(batches) if batches else TABLES[table].empty()


def _make(step: Step, store: Store, settings: Settings) -> None:
    """Make a step's tables and write them; the rows it refuses are left out, as in a run."""
    key = key_of_step(step, store, settings)
    if key is None:
        raise FileNotFoundError(f"{step.name}: an input is missing")
    is_corpus = step.stage.per == "corpus"
    inputs = [input_rows(name, store) if is_corpus else store.read(name, step.batch_id) for name in step.stage.reads]
    made = step.stage.function(*inputs, **resources_for(step.stage, settings))
    first = step.stage.makes[0]
    for table in reversed(step.stage.makes):  # the first table last: its key says that all of them are there
        store.write(table, step.batch_id, made.rows if table is first else made.also[table.name], key, staged=False)
