"""The page on quality: every check with its history, what failed, what was refused, and what drifts."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from warehouse.selects import selects_in
from warehouse.site.banner import RUNS_SHOWN, anchor_of, banner_in, scored_of
from warehouse.site.behind import behind
from warehouse.site.charts import sparkline
from warehouse.site.render import Site
from warehouse.site.rows import Reader, Row
from warehouse.site.words import page_of

MEASURED = Path(__file__).parents[1] / "measures"
MOST = 50  # disputed events shown; the rest is in the listing
KEY = re.compile(r"[0-9a-f]{24,}")
EXAMPLES = 8  # refused items shown with their text, of each reason
MEASURES = (
    ("received_count", "Items received"),
    ("document_count", "Documents kept"),
    ("claim_count", "Claims"),
    ("kept_share", "Share of characters kept"),
    ("refused_share", "Share of items refused"),
    ("foreign_share", "Share of items in other languages"),
    ("undated_share", "Documents without a day"),
    ("claims_per_document", "Claims per document"),
    ("no_actor_share", "Claims without an actor"),
    ("no_count_share", "Claims without a count"),
    ("no_place_share", "Claims without a place"),
    ("unresolved_share", "Places not resolved"),
    ("no_date_share", "Claims without a day"),
    ("no_source_share", "Claims without a source"),
)


def write_quality(site: Site, reader: Reader) -> None:
    """Write quality.html."""
    checks = histories_of(reader.rows("checks"))
    failing = [check for check in checks if not check["passed"]]
    pages = pages_of(reader.rows("sampled"))
    types = reader.rows("type_counts")
    site.page(
        "quality.html", "quality.html", title="Quality", checks=checks, by_table=by_table(checks),
        failing=[{**check, "samples": [(sample, page_in(sample, pages)) for sample in check["samples"]]}
                 for check in failing],
        banner=banner_in(reader),
        languages=reader.rows("languages"), stages=reader.rows("stages"),
        reasons=_examples(reader), drift=drift_of(reader.rows("drift")),
        bounded=bounded_of(reader.rows("bounded"), types[0]["type_code"] if types else ""),
        measures=selects_in(MEASURED),
        scored=scored_of(reader.rows("scores")), outlets=reader.rows("outlets"),
        disputed=reader.rows("disputed"), runs=reader.rows("runs")[:RUNS_SHOWN], most=MOST,
    )  # fmt: skip


def pages_of(rows: Sequence[Row]) -> dict[str, str]:
    """Where the rows stand whose ids the failing checks give."""
    return {
        row["key"]: f"{page_of('documents', row['document_id'])}#c-{row['key']}"
        if row["kind"] == "claims"
        else page_of(row["kind"], row["key"])
        for row in rows
    }


def page_in(sample: str, pages: Mapping[str, str]) -> str:
    """The page of the first id in a sample that has one, else nothing."""
    return next((pages[key] for key in KEY.findall(sample) if key in pages), "")


def by_table(checks: Sequence[Row]) -> list[dict[str, Any]]:
    """The checks of each table, and how many of them fail; the tables with failures first."""
    held: dict[str, list[Row]] = defaultdict(list)
    for check in checks:
        held[check["table_name"]].append(check)
    tables = [
        {"name": name, "checks": own, "failing": sum(not check["passed"] for check in own)}
        for name, own in held.items()
    ]
    return sorted(tables, key=lambda table: (-table["failing"], table["name"]))


def histories_of(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """The latest result of each check with a curve of its failures; the failed and critical first."""
    gravity = {"critical": 0, "warning": 1, "info": 2}
    history: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        history[row["table_name"], row["check_name"]].append(row)
    last_run = rows[-1]["run_id"] if rows else None
    made = []
    for past in history.values():
        seen = past[-RUNS_SHOWN:]
        title = f"{seen[-1]['check_name']}: failures over {len(seen)} runs"
        curve = sparkline(title, [float(row["failed_count"]) for row in seen], [not row["passed"] for row in seen])
        made.append({**seen[-1], "curve": curve, "anchor": anchor_of(seen[-1]),
                     "is_current": seen[-1]["run_id"] == last_run})  # fmt: skip
    return sorted(made, key=lambda c: (c["passed"], gravity[c["severity"]], c["table_name"], c["check_name"]))


def bounded_of(rows: Sequence[Row], commonest: str = "") -> list[dict[str, Any]]:
    """The latest value of each bounded figure, with its bound and a curve over runs; those out of bounds first.

    `commonest` is the type that most claims are of.
    """
    made = []
    for _, group in groupby(rows, key=lambda row: (row["measure_code"], row["severity"])):
        seen = list(group)[-RUNS_SHOWN:]
        title = f"{seen[-1]['sentence']}: over {len(seen)} runs"
        curve = sparkline(title, [row["value"] for row in seen], [not row["passed"] for row in seen])
        made.append({**seen[-1], "curve": curve, "is_share": seen[-1]["measure_code"].endswith("share"),
                     "behind": behind(seen[-1]["measure_code"], commonest=commonest)})  # fmt: skip
    return sorted(made, key=lambda row: (row["passed"], row["severity"], row["measure_code"]))


def drift_of(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Each measure of the latest batch with a curve over batches, dotted where a value is out of what is likely."""
    given = {row["measure_code"]: row for row in rows}
    return [_drifting(heading, given[name]) for name, heading in MEASURES if name in given]


def _drifting(heading: str, row: Row) -> dict[str, Any]:
    low, high = row["likely_low"], row["likely_high"]
    is_out = [low is not None and not low <= value <= high for value in row["history"]]
    return {
        **row,
        "heading": heading,
        "curve": sparkline(f"{heading} over {len(is_out)} batches", row["history"], is_out),
        "behind": behind(row["measure_code"], batch_id=row["batch_id"]),
    }


def _examples(reader: Reader) -> list[dict[str, Any]]:
    counts: Counter[tuple[str, str]] = Counter()
    rows: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in reader.each("rejects"):
        key = row["stage"], row["reason_code"]
        counts[key] += 1
        if counts[key] <= EXAMPLES:
            rows[key].append(row)
    return [
        {"stage": stage, "reason_code": reason, "count": count, "rows": rows[stage, reason]}
        for (stage, reason), count in counts.most_common()
    ]
