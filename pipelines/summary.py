"""What a run brought, for people: on the terminal and as a Prefect artifact."""

from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from pipelines.records import Records, Row
from pipelines.settings import Settings
from warehouse.landing import Landing
from warehouse.sql import ask

SHOWN = ("documents", "sentences", "mentions", "claims", "entities", "events", "duplicates", "rejects")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one run brought and what the warehouse now holds."""

    run_id: str
    received: int
    known: int
    refused: int
    seconds: float
    row_counts: dict[str, int]
    checks_passed: int
    checks_failed: int


def outcome_of(records: Records, landing: Landing, settings: Settings) -> Outcome:
    """The figures of a run, and the row counts of the published warehouse."""
    query = " union all ".join(f"select '{name}' as name, count(*) as row_count from {name}" for name in SHOWN)
    counts = {row["name"]: row["row_count"] for row in ask(settings.database, query).to_pylist()}
    passed = sum(bool(check["passed"]) for check in records.checks)
    return Outcome(
        run_id=records.run_id,
        received=landing.new,
        known=landing.known,
        refused=landing.refused,
        seconds=sum(float(str(run["seconds"])) for run in records.runs),
        row_counts=counts,
        checks_passed=passed,
        checks_failed=len(records.checks) - passed,
    )


def summary_of(outcome: Outcome) -> str:
    """The run in markdown."""
    lines = [
        f"Run `{outcome.run_id}`: {outcome.received} received, {outcome.known} known, {outcome.refused} refused.",
        f"Checks: {outcome.checks_passed} held, {outcome.checks_failed} did not.",
        "",
        "| table | rows |",
        "|---|---:|",
        *(f"| {name} | {count:,} |" for name, count in outcome.row_counts.items()),
    ]
    return "\n".join(lines)


def rejects_in(settings: Settings) -> list[Row]:
    """Refusals by stage and reason."""
    query = (
        "select stage, reason_code, count(*) as refused, any_value(uri order by uri) as example "
        "from rejects group by all order by all"
    )
    return ask(settings.database, query).to_pylist()  # type: ignore[no-any-return]


def failures_in(records: Records) -> list[Row]:
    """The run's checks that did not hold."""
    fields = ("table_name", "check_name", "severity", "failed_count", "row_count")
    return [{field: check[field] for field in fields} for check in records.checks if not check["passed"]]


def show(outcome: Outcome, settings: Settings) -> None:
    """Print the short table that ends a run."""
    console = Console()
    console.print(
        f"{outcome.received} items received, {outcome.known} known, {outcome.refused} refused", highlight=False
    )
    table = Table()
    table.add_column("table")
    table.add_column("rows", justify="right")
    for name, count in outcome.row_counts.items():
        table.add_row(name, f"{count:,}")
    console.print(table)
    console.print(f"checks    {outcome.checks_passed} held, {outcome.checks_failed} did not")
    console.print(f"database  {settings.database}", soft_wrap=True)
    console.print(f"report    {settings.report / 'index.html'}", soft_wrap=True)
