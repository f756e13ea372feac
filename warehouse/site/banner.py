"""The banner over the first page and the page on quality: what failed, and whether extraction got worse."""

from collections import defaultdict
from collections.abc import Sequence
from hashlib import sha256
from itertools import pairwise
from typing import Any

from warehouse.failures import Failure, failure_in
from warehouse.site.charts import sparkline
from warehouse.site.rows import Reader, Row

RUNS_SHOWN = 30
FALL = 0.005  # of F1: less comes and goes with one claim in a few hundred


def banner_in(reader: Reader) -> dict[str, Any] | None:
    """What is wrong, over every page that should say so."""
    worse = [row for row in scored_of(reader.rows("scores")) if row["is_worse"]]
    return banner_of(reader.rows("failed_checks"), failure_in(reader.folder, shown_in(reader)), worse)


def shown_in(reader: Reader) -> str:
    """The latest run that the warehouse shows, or nothing."""
    return reader.row("latest_run")["run_id"] or ""


def banner_of(
    failed: Sequence[Row], failure: Failure | None = None, worse: Sequence[dict[str, Any]] = ()
) -> dict[str, Any] | None:
    """What failed in the latest run, the critical first, and which scores fell; null when there is nothing to tell."""
    if not (failed or failure or worse):
        return None
    critical = sum(row["severity"] == "critical" for row in failed)
    if failure:
        headline = f"The run that ended at {failure.ended_at} UTC was not published; below stands the run before it"
    elif failed:
        counted = f"{len(failed)} check{'s' if len(failed) > 1 else ''} failed in the latest run"
        headline = f"{counted}, {critical} of them critical" if critical else f"{counted}: none critical"
    else:
        headline = "Extraction got worse at the latest evaluation"
    return {
        "severity": "critical" if critical or failure else "warning", "headline": headline,
        "sentence": failure.sentence if failure else "", "worse": worse,
        "checks": [{**row, "anchor": anchor_of(row)} for row in failed],
    }  # fmt: skip


def anchor_of(check: Row) -> str:
    """The place of a check in the page on quality."""
    named = f"{check['table_name']}: {check['check_name']}"
    return f"check-{sha256(named.encode()).hexdigest()[:16]}"


def scored_of(scores: Sequence[Row]) -> list[dict[str, Any]]:
    """Each measure against each gold: the latest figures, the F1 before, its curve, and whether it got worse.

    The scores are given the latest first.
    """
    history: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for score in reversed(scores):
        history[score["gold"], score["measure"]].append(score)
    found = []
    for (_, measure), past in sorted(history.items()):
        seen = past[-RUNS_SHOWN:]
        falls = [False, *(after["f1"] < before["f1"] - FALL for before, after in pairwise(seen))]
        curve = sparkline(f"F1 of {measure} over {len(seen)} evaluations", [score["f1"] for score in seen], falls)
        found.append({**seen[-1], "is_worse": falls[-1], "curve": curve, "evaluations": len(past)})
    return found
