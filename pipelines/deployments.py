"""Flows that prefect.yaml deploys beside the scheduled run: all made anew, and the stored tables judged again."""

from prefect import flow

from pipelines.checking import judged_again
from pipelines.commands import UnknownTable
from pipelines.running import run_once
from pipelines.settings import Settings
from pipelines.steps import CheckFailed
from stages import STAGES
from warehouse.damage import naming_damage
from warehouse.quality import sentence_of
from warehouse.store import Store


@flow(name="attest-rebuild")
def rebuilt(settings: Settings, table: str = "raw_documents") -> None:
    """Make a table again and what depends on it; `raw_documents` is everything. Raises UnknownTable, WarehouseBusy."""
    names = [stage.name for stage in STAGES]
    if table not in names:
        raise UnknownTable(f"{table}: attest makes {', '.join(names)}")
    run_once([], settings, again=[table])


@flow(name="attest-check")
def judged(settings: Settings) -> str:
    """Judge the stored tables again, changing nothing; raises CheckFailed when a critical check does not hold."""
    store = Store(settings.root)
    with naming_damage(store):
        rows = judged_again(store)
    failed = [row for row in rows if not row["passed"]]
    for row in failed:
        if row["severity"] == "critical":
            raise CheckFailed(sentence_of(row))
    return f"{len(rows) - len(failed)} checks held, {len(failed)} did not"
