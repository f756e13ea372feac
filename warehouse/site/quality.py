"""The page on quality: every check with its history, what failed, what was refused, and what drifts."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import sqrt
from pathlib import Path
from statistics import mean, pstdev
from typing import Any

from warehouse.selects import selects_in
from warehouse.site.banner import RUNS_SHOWN, anchor_of, banner_in, scored_of
from warehouse.site.behind import behind, over_count
from warehouse.site.charts import sparkline
from warehouse.site.render import Site
from warehouse.site.rows import Reader, Row
from warehouse.site.words import page_of

MEASURED = Path(__file__).parents[1] / "measures"
MOST = 50  # disputed events shown; the rest is in the listing
KEY = re.compile(r"[0-9a-f]{24,}")
EXAMPLES = 8  # refused items shown with their text, of each reason
SPREAD = 3.0  # standard deviations from earlier batches that count as drift
FEWEST = 5  # earlier batches needed before a spread says anything
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


@dataclass(frozen=True)
class Range:
    """What a measure was at least and at most, as far as chance explains."""

    low: float
    high: float

    def holds(self, value: float) -> bool:
        """Whether the value lies within."""
        return self.low <= value <= self.high


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
        reasons=_examples(reader), drift=drift_of(reader.rows("batches")),
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
        made.append({**seen[-1], "curve": curve, "anchor": anchor_of(seen[-1]), "runs": len(past),
                     "failures": sum(not row["passed"] for row in past),
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


def drift_of(batches: Sequence[Row]) -> list[dict[str, Any]]:
    """Each measure over batches: the latest value, what the earlier ones make likely, and whether it lies within.

    Likely is the mean of the earlier batches and three standard deviations, of the binomial at least for a share,
    so that a small batch is not called drift.
    """
    found = []
    for name, heading in MEASURES:
        shown = batches[-RUNS_SHOWN:]
        values = [None if batch[name] is None else float(batch[name]) for batch in shown]
        known = [value for value in values if value is not None]
        if not known:
            continue
        last = next(batch for batch in reversed(shown) if batch[name] is not None)
        over = over_count(name)
        likely = likely_from(known[:-1], name, batches[-1]["received_count"])
        is_out = [likely is not None and value is not None and not likely.holds(value) for value in values]
        found.append({
            "heading": heading, "latest": known[-1], "likely": likely,
            "is_out": likely is not None and not likely.holds(known[-1]), "is_share": name.endswith("share"),
            "curve": sparkline(f"{heading} over {len(values)} batches", values, is_out),
            "behind": behind(name, batch_id=last["batch_id"]), "over": last[over] if over else None,
            "mean": mean(known[:-1]) if len(known) > 1 else None,
        })  # fmt: skip
    return found


def likely_from(values: Sequence[float], name: str, size: int) -> Range | None:
    """What a measure of a batch of that many items is likely to be; null when too few batches came before."""
    if len(values) < FEWEST:
        return None
    middle, spread = mean(values), pstdev(values)
    if name.endswith("share"):
        spread = max(spread, sqrt(max(middle * (1 - middle), 0.01) / max(size, 1)))
    low, high = middle - SPREAD * spread, middle + SPREAD * spread
    return Range(max(0.0, low), min(1.0, high) if name.endswith("share") else high)


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
