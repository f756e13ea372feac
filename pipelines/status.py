"""`attest status`: how a warehouse is, for people, programs and Prometheus, and whether something is wrong with it."""

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rich.console import Console
from rich.table import Table

from pipelines.settings import Settings
from warehouse import clock
from warehouse.condition import Condition, RunLine, condition_of

FORMATS = ("text", "json", "prometheus")
GOOD = ("published", "nothing_new")
CLOCK_BEHIND = timedelta(minutes=1)  # that the clock may stand behind the last line of the journal
FAILURES = 3  # of a feed in a row, before it counts as a problem


class Unwell(RuntimeError):
    """Something is wrong with the warehouse."""


class NoFormat(ValueError):
    """A format that the status is not given in."""


@dataclass(frozen=True, slots=True)
class Demands:
    """What must hold: how lately a run must have ended well, how many bytes must be free on the disk."""

    max_age: timedelta | None = None
    min_free: int = 1_000_000_000


def report_of(settings: Settings, inbox: Path | None, demands: Demands, output_format: str) -> None:
    """Print the status; raises Unwell with the first problem, and NoFormat."""
    if output_format not in FORMATS:
        raise NoFormat(f"no format {output_format!r}: there is {', '.join(FORMATS)}")
    condition = condition_of(settings.root, inbox, clock.now())
    problems = problems_in(condition, demands)
    if output_format == "json":
        print(json.dumps({"healthy": not problems, "problems": problems, **asdict(condition)}, default=_shown))  # noqa: T201
    elif output_format == "prometheus":
        print(figures_of(condition, problems), end="")  # noqa: T201
    else:
        _show(condition, problems)
    if problems:
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise Unwell(problems[0] + more)


def problems_in(condition: Condition, demands: Demands) -> list[str]:
    """What is wrong, a sentence each, the worst first."""
    problems = []
    last = next((run for run in condition.runs if run.ending is not None), None)
    if last is not None and last.ending == "failed":
        problems.append(f"the last run failed: {last.error}")
    if condition.runs and condition.runs[0].ending is None and condition.running_process is None:
        problems.append(f"the run {condition.runs[0].run_id} broke off; the next run goes on from there")
    if condition.noted_at is not None and condition.noted_at - condition.at > CLOCK_BEHIND:
        noted = f"{condition.noted_at:%Y-%m-%d %H:%M}"
        problems.append(f"the clock of this machine says {condition.at:%Y-%m-%d %H:%M}, the last run said {noted} UTC")
    if condition.published_at is None:
        problems.append("nothing has been published yet")
    good = next((run.ended_at for run in condition.runs if run.ending in GOOD), None)
    if demands.max_age is not None and (good is None or condition.at - good > demands.max_age):
        problems.append(f"no run has ended well within {demands.max_age}")
    if condition.bytes_free < demands.min_free:
        free, least = condition.bytes_free // 1_000_000, demands.min_free // 1_000_000
        problems.append(f"only {free:,} MB are free on the disk, less than {least:,} MB")
    backlog = condition.backlog
    if backlog.inbox_is_missing:
        problems.append(f"the inbox {backlog.inbox} is not there")
    if backlog.messages:
        problems.append(f"{backlog.messages} messages could not be delivered")
    problems += [f"a feed fails: {feed}" for feed in backlog.failing_feeds if _failures_of(feed) >= FAILURES]
    return problems


def _failures_of(feed: str) -> int:
    return int(feed.rpartition("(")[2].split()[0])


def figures_of(condition: Condition, problems: list[str]) -> str:
    """The condition as Prometheus reads it: one gauge a line; instants in seconds since 1970."""
    backlog = condition.backlog
    ended = next((run for run in condition.runs if run.ended_at is not None), None)
    gauges: dict[str, float | None] = {
        "attest_healthy": not problems,
        "attest_running": condition.running_process is not None,
        "attest_last_run_ended_seconds": ended.ended_at.timestamp() if ended and ended.ended_at else None,
        "attest_last_run_failed": ended.ending == "failed" if ended else None,
        "attest_published_seconds": condition.published_at.timestamp() if condition.published_at else None,
        "attest_newest_document_seconds": _instant(condition.newest_document_at),
        "attest_failed_checks": condition.failed_checks,
        "attest_inbox_ready_files": backlog.ready,
        "attest_inbox_unfinished_files": backlog.unfinished,
        "attest_feeds": backlog.feeds,
        "attest_feeds_failing": len(backlog.failing_feeds),
        "attest_feed_articles_waiting": backlog.articles,
        "attest_undelivered_messages": backlog.messages,
        "attest_warehouse_bytes": condition.bytes_used,
        "attest_disk_free_bytes": condition.bytes_free,
    }
    lines = [
        f"# TYPE {name} gauge\n{name} {float(value):.15g}\n" for name, value in gauges.items() if value is not None
    ]
    rows = "".join(f'attest_rows{{table="{name}"}} {count}\n' for name, count in condition.row_counts.items())
    return "".join(lines) + ("# TYPE attest_rows gauge\n" + rows if rows else "")


def _instant(value: datetime | None) -> float | None:
    if value is None:
        return None
    return (value if value.tzinfo else value.replace(tzinfo=UTC)).timestamp()


def _shown(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else str(value)


def _show(condition: Condition, problems: list[str]) -> None:
    console, backlog = Console(), condition.backlog
    runs = Table("started", "took", "ended", "received", "refused")
    for run in condition.runs:
        runs.add_row(f"{run.started_at:%Y-%m-%d %H:%M} UTC", *_ending_of(run, condition))
    console.print(runs)
    counts = ", ".join(f"{count:,} {name}" for name, count in condition.row_counts.items())
    lines = {
        "published": "never" if condition.published_at is None else f"{condition.published_at:%Y-%m-%d %H:%M} UTC",
        "rows": counts or "none",
        "checks": "none"
        if condition.failed_checks is None
        else f"{condition.failed_checks} of the last run did not hold",
        "inbox": f"{backlog.ready} files to take, {backlog.unfinished} not whole yet" if backlog.inbox else "none",
        "feeds": f"{backlog.feeds}, {len(backlog.failing_feeds)} failing, {backlog.articles} articles to fetch",
        "disk": f"{condition.bytes_used // 1_000_000:,} MB used, {condition.bytes_free // 1_000_000:,} MB free",
        "health": "well" if not problems else "; ".join(problems),
    }
    for name, line in lines.items():
        console.print(f"{name:<10}{line}", highlight=False, markup=False, soft_wrap=True)


def _ending_of(run: RunLine, condition: Condition) -> tuple[str, str, str, str]:
    counts = tuple("" if count is None else f"{count:,}" for count in (run.received, run.refused))
    if run.ended_at is None:
        is_at_work = condition.running_process is not None and run is condition.runs[0]
        return "", "at work" if is_at_work else "broke off", counts[0], counts[1]
    seconds = (run.ended_at - run.started_at).total_seconds()
    return f"{seconds:,.0f} s", str(run.ending).replace("_", " "), counts[0], counts[1]
