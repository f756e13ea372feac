"""`python -m tests.benchmarks.speed.unscheduled FEED WAREHOUSE`: the pipeline in a plain loop, without Prefect."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from pipelines.cli import environment_of
from pipelines.commands import settings_of
from pipelines.publishing import check_whole, publish
from pipelines.records import Records, new_run_id
from pipelines.steps import outstanding, run_step
from warehouse.landing import Reception, land
from warehouse.report import write_report
from warehouse.store import Store


def main(feed: str, folder: str) -> None:
    """Receive, make, check, publish and report."""
    environment_of(Path(folder))
    settings = settings_of(Path(folder))
    store, records = Store(settings.root), Records(new_run_id(settings.root))
    land(Reception([feed], settings.batch_size, settings.max_bytes), store, datetime.now(UTC))
    for step in outstanding(store, settings):
        records.add(run_step(step, store, settings, records.run_id))
    check_whole(store, records)
    records.write(store)
    publish(store, settings)
    write_report(settings.database, settings.report)


if __name__ == "__main__":
    main(*sys.argv[1:])
