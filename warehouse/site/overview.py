"""The first page: what came in, what is new, what is told most, and whether anything failed."""

from collections import defaultdict
from datetime import date, timedelta
from itertools import groupby, pairwise
from typing import Any
from urllib.parse import quote

from warehouse.site.charts import SERIES, Bar, bars, series_class
from warehouse.site.ground import events_map
from warehouse.site.render import Site
from warehouse.site.rows import Reader, Row
from warehouse.site.words import label_of

TOP = 15  # events on the first page
NARROW = 31  # days within which an event must be known to stand in a week; queries/events_by_week.sql says the same
MAX_WEEKS = 160  # columns a chart can hold apart; a longer span is drawn by month, then by year


def write_overview(site: Site, reader: Reader) -> None:
    """Write index.html."""
    types = reader.rows("type_counts")
    events = reader.rows("events_by_week")
    told = [row for _, row in zip(range(TOP), reader.each("events"), strict=False)]
    totals = reader.row("totals")
    runs, newcomers = reader.rows("runs"), reader.rows("newcomers")
    new_events = reader.rows("new_events")
    drawn, outside = events_map(reader.rows("places"))
    site.page(
        "index.html", "overview.html", title="Overview", totals=totals, top=told,
        banner=banner_of(reader.rows("failed_checks")), runs=runs, newcomers=newcomers,
        is_new=bool(runs and newcomers and newcomers[0]["run_id"] == runs[0]["run_id"]),
        new_events=new_events[:TOP], new_count=len(new_events),
        weeks=_weeks(events, types, totals["event_count"]), map_drawn=drawn, outside=outside,
        reasons=reader.rows("rejects_by_reason"), outlets=reader.rows("outlets"),
    )  # fmt: skip


def banner_of(failed: list[Row]) -> dict[str, Any] | None:
    """What failed in the latest run, the critical first; null when every check that matters held."""
    if not failed:
        return None
    critical = sum(row["severity"] == "critical" for row in failed)
    counted = f"{len(failed)} check{'s' if len(failed) > 1 else ''} failed in the latest run"
    headline = f"{counted}, {critical} of them critical" if critical else f"{counted}: none critical"
    checks = [{**row, "anchor": anchor_of(row)} for row in failed]
    return {"severity": "critical" if critical else "warning", "headline": headline, "checks": checks}


def anchor_of(check: Row) -> str:
    """The place of a check in the page on quality."""
    return f"check-{check['table_name']}-{check['check_name']}".encode().hex()[-64:]


def _weeks(rows: list[Row], types: list[Row], total: int) -> dict[str, Any]:
    names = [row["type_code"] for row in types if row["event_count"]]
    drawn = sum(row["event_count"] for row in rows)
    chart = bars("Events by time and type", columns_of(rows, names), names)
    key = [(name, series_class(names, name)) for name in names[:SERIES]]
    return {"chart": chart, "key": key, "left_out": total - drawn}


def columns_of(rows: list[Row], names: list[str]) -> list[Bar]:
    """Columns by week, or by month or year when the weeks are too many to see; empty weeks between are kept."""
    if not rows:
        return []
    first, last = rows[0]["week"], rows[-1]["week"]
    weeks = (last - first).days // 7 + 1
    start = next(s for limit, s in ((1, _week), (4, _month), (52, _year)) if weeks / limit <= MAX_WEEKS or s is _year)
    counts: dict[date, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for number in range(weeks):
        counts[start(first + timedelta(weeks=number))].clear()
    for row in rows:
        counts[start(row["week"])][row["type_code"]] += row["event_count"]
    days = sorted(counts)
    ends = {one: other - timedelta(days=1) for one, other in pairwise(days)}
    return [_column(day, ends.get(day, _after(day, start)), counts[day], names) for day in days]


def _column(day: date, last: date, counts: dict[str, int], names: list[str]) -> Bar:
    ordered = sorted(counts.items(), key=lambda part: names.index(part[0]))
    span = f"from={day}&to={last}&within={NARROW}"
    parts = [(name, count, f"events.html#type={quote(label_of(name))}&{span}") for name, count in ordered]
    width = (last - day).days
    label = f"{day:%Y}" if width > 31 else f"{day:%Y-%m}" if width > 6 else day.isoformat()
    return Bar(label, tuple(_merged(parts, names, span)))


def _merged(parts: list[tuple[str, int, str]], names: list[str], span: str) -> list[tuple[str, int, str]]:
    shown, rest = [], 0
    for is_other, group in groupby(parts, key=lambda part: part[0] not in names[:SERIES]):
        if is_other:
            rest += sum(count for _, count, _ in group)
        else:
            shown += list(group)
    return [*shown, ("of other types", rest, f"events.html#{span}")] if rest else shown


def _week(day: date) -> date:
    return day


def _month(day: date) -> date:
    return day.replace(day=1)


def _year(day: date) -> date:
    return day.replace(month=1, day=1)


def _after(day: date, start: Any) -> date:
    width = {_week: 6, _month: 30, _year: 365}[start]
    return day + timedelta(days=width)
