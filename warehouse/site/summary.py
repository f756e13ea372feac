"""The report in short, for machines (JSON) and for a message or an artifact (Markdown)."""

import json
from typing import Any

from warehouse.site.render import Site
from warehouse.site.rows import Reader, Row
from warehouse.site.words import label_of, seconds_of, shown, visible


def write_summary(site: Site, reader: Reader) -> None:
    """Write summary.json and summary.md."""
    told = summary_of(reader)
    site.text("summary.json", json.dumps(told, default=str, indent=2, ensure_ascii=True) + "\n")
    site.text("summary.md", markdown_of(told))


def summary_of(reader: Reader) -> dict[str, Any]:
    """Totals, the latest run, the checks that failed in it, and what was refused."""
    runs = reader.rows("runs")
    return {
        "totals": reader.row("totals"),
        "latest_run": runs[0] if runs else None,
        "failed_checks": reader.rows("failed_checks"),
        "rejects": reader.rows("rejects_by_reason"),
        "types": reader.rows("type_counts"),
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
    if run:
        lines += [
            "",
            f"Latest run {cell(run['run_id'])}: {shown(run['started_at'])} UTC, {seconds_of(run['seconds'])} of work.",
        ]
    lines += _table("Failed checks", ("severity", "table_name", "check_name", "failed_count"), told["failed_checks"])
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
