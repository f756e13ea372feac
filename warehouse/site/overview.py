"""The first page: what came in, what is new, what is told most, and whether anything failed."""

from collections import defaultdict
from datetime import date, timedelta
from itertools import groupby, pairwise
from typing import Any
from urllib.parse import quote

from warehouse.site.banner import banner_in
from warehouse.site.charts import SERIES, Bar, bars, series_class
from warehouse.site.maps import events_maps
from warehouse.site.render import Site
from warehouse.site.rows import Reader, Row
from warehouse.site.words import label_of

TOP = 15  # events on the first page
HAPPENED = "dated=yes&from={}&to={}"  # how the listing of events is asked for those of a column
REPORTED = "reported-from={}&reported-to={}"
MAX_WEEKS = 160  # columns a chart can hold apart; a longer span is drawn by month, then by year


def write_overview(site: Site, reader: Reader) -> None:
    """Write index.html."""
    types = reader.rows("type_counts")
    events = reader.rows("events_by_week")
    told = [row for _, row in zip(range(TOP), reader.each("events"), strict=False)]
    totals = reader.row("totals")
    runs, newcomers = reader.rows("runs"), reader.rows("newcomers")
    new_events = reader.rows("new_events")
    maps, outside = events_maps(reader.rows("places"))
    site.page(
        "index.html", "overview.html", title="Overview", totals=totals, top=told,
        banner=banner_in(reader), runs=runs, newcomers=newcomers,
        is_new=bool(runs and newcomers and newcomers[0]["run_id"] == runs[0]["run_id"]),
        new_events=new_events[:TOP], new_count=len(new_events),
        weeks=_weeks(events, types, totals["event_count"], HAPPENED),
        reported=_weeks(reader.rows("events_by_week_reported"), types, totals["event_count"], REPORTED),
        maps=maps, outside=outside,
        reasons=reader.rows("rejects_by_reason"), outlets=reader.rows("outlets"),
    )  # fmt: skip


def _weeks(rows: list[Row], types: list[Row], total: int, asked: str) -> dict[str, Any]:
    names = [row["type_code"] for row in types if row["event_count"]]
    drawn = sum(row["event_count"] for row in rows)
    title = "Events by time and type" if asked is HAPPENED else "Events by time of first report and type"
    chart = bars(title, columns_of(rows, names, asked), names)
    key = [(name, series_class(names, name)) for name in names[:SERIES]]
    return {"chart": chart, "key": key, "left_out": total - drawn}


def columns_of(rows: list[Row], names: list[str], asked: str = HAPPENED) -> list[Bar]:
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
    return [_column(day, ends.get(day, _after(day, start)), counts[day], names, asked) for day in days]


def _column(day: date, last: date, counts: dict[str, int], names: list[str], asked: str) -> Bar:
    ordered = sorted(counts.items(), key=lambda part: names.index(part[0]))
    span = asked.format(day, last)
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
    return [*shown, ("of other types", rest, f"events.html#rare=yes&{span}")] if rest else shown


def _week(day: date) -> date:
    return day


def _month(day: date) -> date:
    return day.replace(day=1)


def _year(day: date) -> date:
    return day.replace(month=1, day=1)


def _after(day: date, start: Any) -> date:
    width = {_week: 6, _month: 30, _year: 365}[start]
    return day + timedelta(days=width)
