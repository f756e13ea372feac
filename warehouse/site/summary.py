"""The report in short, for machines (JSON) and for a message or an artifact (Markdown)."""

import json
from dataclasses import asdict
from typing import Any

from warehouse.failures import failure_in
from warehouse.site.banner import scored_of, shown_in
from warehouse.site.quality import MOST, bounded_of, drift_of
from warehouse.site.render import Site
from warehouse.site.rows import Reader, Row
from warehouse.site.words import label_of, seconds_of, shown, visible

DRIFTED = ("latest", "mean_before", "likely_low", "likely_high", "is_out")
SCORED = ("gold", "measure", "judged_at", "precision", "recall", "f1", "f1_before", "is_worse")


def write_summary(site: Site, reader: Reader) -> None:
    """Write summary.json and summary.md."""
    told = summary_of(reader)
    site.text("summary.json", json.dumps(told, default=str, indent=2, ensure_ascii=True) + "\n")
    site.text("summary.md", markdown_of(told))


def summary_of(reader: Reader) -> dict[str, Any]:
    """What the first page and the page on quality say, in values."""
    runs = reader.rows("runs")
    return {
        "totals": reader.row("totals"),
        "latest_run": runs[0] if runs else None,
        "unpublished": asdict(failure) if (failure := failure_in(reader.folder, shown_in(reader))) else None,
        "failed_checks": reader.rows("failed_checks"),
        "rejects": reader.rows("rejects_by_reason"),
        "types": reader.rows("type_counts"),
        "bounds": [
            {name: row[name] for name in ("measure_code", "severity", "value", "low", "high", "passed", "row_count")}
            for row in bounded_of(reader.rows("bounded"))
        ],
        "drift": [
            {"measure": row["heading"], **{name: row[name] for name in DRIFTED}}
            for row in drift_of(reader.rows("drift"))
        ],
        "scores": [{name: row[name] for name in SCORED} for row in scored_of(reader.rows("scores"))],
        "outlets": reader.rows("outlets"),
        "languages": reader.rows("languages"),
        "disputed": reader.rows("disputed")[:MOST],
    }


def markdown_of(told: dict[str, Any]) -> str:
    """The summary as a short Markdown text."""
    totals, run = told["totals"], told["latest_run"]
    counted = (
        f"{shown(totals['document_count'])} documents, {shown(totals['claim_count'])} claims, "
        f"{shown(totals['event_count'])} events, {shown(totals['disputed_count'])} disputed numbers, "
        f"{shown(totals['reject_count'])} rejects."
    )
    lines = ["# attest", "", counted]
    if told["unpublished"]:
        ended_at, sentence = cell(told["unpublished"]["ended_at"]), cell(told["unpublished"]["sentence"])
        lines += ["", f"**The run that ended at {ended_at} UTC was not published: {sentence}**"]
    if run:
        lines += [
            "",
            f"Latest run {cell(run['run_id'])}: {shown(run['started_at'])} UTC, {seconds_of(run['seconds'])} of work.",
        ]
    lines += _table("Failed checks", ("severity", "table_name", "check_name", "failed_count"), told["failed_checks"])
    lines += _table("Out of bounds", ("severity", "measure_code", "value", "low", "high"),
                    [row for row in told["bounds"] if not row["passed"]])  # fmt: skip
    lines += _table("Drift", ("measure", "latest", "mean_before"), [row for row in told["drift"] if row["is_out"]])
    lines += _table("Extraction worse", ("gold", "measure", "f1", "f1_before"),
                    [row for row in told["scores"] if row["is_worse"]])  # fmt: skip
    lines += _table("Silent outlets", ("outlet", "last_published_on", "days_behind", "usual_gap"),
                    [row for row in told["outlets"] if row["is_silent"]])  # fmt: skip
    lines += _table("Rejects", ("stage", "reason_code", "reject_count"), told["rejects"])
    return "\n".join(lines) + "\n"


def cell(value: object) -> str:
    """A value as it may stand in a Markdown table: no mark-up, no line break, no bar."""
    text = visible(str(shown(value)))
    for mark in "\\`*_{}[]<>|#":
        text = text.replace(mark, f"\\{mark}")
    return " ".join(text.split())


def _table(heading: str, columns: tuple[str, ...], rows: list[Row]) -> list[str]:
    if not rows:
        return ["", f"{heading}: none."]
    head = [f"| {' | '.join(label_of(column) for column in columns)} |", f"|{'---|' * len(columns)}"]
    return ["", f"## {heading}", "", *head, *(f"| {' | '.join(cell(row[c]) for c in columns)} |" for row in rows)]
