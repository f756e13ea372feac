"""The page on defections: by rank, month, unit and destination, how many at least and at most, and who by name."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any
from urllib.parse import quote

from warehouse.site.charts import Bar, Point, band, bars
from warehouse.site.overview import NARROW
from warehouse.site.render import Site
from warehouse.site.rows import Reader, Row
from warehouse.site.words import folded

TOP = 15  # units and destinations shown; the rest is in the listing


def write_defections(site: Site, reader: Reader) -> None:
    """Write defections.html."""
    events = reader.rows("defection_events")
    told = [event for event in events if event["is_told"]]
    counted = [event for event in told if not event["is_total"] and event["date_high"]]
    points = curve_of(counted)
    site.page(
        "defections.html", "defections.html", title="Defections", events=events, told_count=len(told),
        ranks=reader.rows("defections_by_rank_told"), persons=persons_of(reader.rows("defectors")),
        vague_count=sum(not is_narrow(event) for event in told),
        months=bars("Defections by month", months_of(told), ["defection"]),
        curve=band("Defectors, cumulative: at least and at most", points) if len(points) > 1 else None,
        last=points[-1] if points else None, curve_count=len(counted),
        total_count=sum(bool(event["is_total"]) for event in told),
        open_count=sum(event["count_high"] is None for event in counted),
        units=counted_by(told, "unit_text"), destinations=counted_by(told, "destination_text"),
    )  # fmt: skip


def curve_of(events: Sequence[Row]) -> list[Point]:
    """Running sums over days: what the events say at least, and what they say at most.

    An event that gives no number adds nothing; one that is open above adds its lowest number to both.
    """
    points = []
    low = high = 0
    ordered = sorted(events, key=lambda event: event["date_high"])
    for day, group in groupby(ordered, key=lambda event: event["date_high"]):
        for event in group:
            least = event["count_low"] or 0
            most = event["count_high"]
            low += least
            high += least if most is None else most
        points.append(Point(day, low, high))
    return points


def months_of(events: Sequence[Row]) -> list[Bar]:
    """Events by the month of their earliest day, if known well enough; months between that have none are kept."""
    known = [event["date_low"] for event in events if is_narrow(event)]
    counts = Counter(day.replace(day=1) for day in known)
    if not counts:
        return []
    first, last = min(counts), max(counts)
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    months = [date(number // 12, number % 12 + 1, 1) for number in numbers]
    return [Bar(f"{month:%Y-%m}", _part(month, counts[month])) for month in months]


def is_narrow(event: Row) -> bool:
    """Whether the event's days are known well enough to stand in a month."""
    low, high = event["date_low"], event["date_high"]
    return low is not None and (high is None or (high - low).days <= NARROW)


def _part(month: date, count: int) -> tuple[tuple[str, int, str], ...]:
    after = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    until = date.fromordinal(after.toordinal() - 1)
    return (
        (("defection", count, f"events.html#type=defection&from={month}&to={until}&within={NARROW}"),) if count else ()
    )


def counted_by(events: Sequence[Row], name: str) -> list[tuple[str, int, str]]:
    """The commonest values of a column with their number of events and the claims behind them; case is ignored."""
    spelt: dict[str, Counter[str]] = defaultdict(Counter)
    for event in events:
        if event[name]:
            spelt[folded(event[name])][event[name]] += 1
    counted = [(spellings.most_common(1)[0][0], spellings.total()) for spellings in spelt.values()]
    ordered = sorted(counted, key=lambda pair: (-pair[1], pair[0]))[:TOP]
    return [(words, count, f"claims.html#type=defection&q={quote(words)}") for words, count in ordered]


def persons_of(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Each named defector once, the highest rank first, with every claim that says so."""
    claims: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        claims[row["entity_id"] or folded(row["name"])].append(row)
    return [
        {**_first_known(told), "claims": told, "outlets": sorted({row["outlet"] or "unknown" for row in told})}
        for told in claims.values()
    ]


def _first_known(rows: Sequence[Row]) -> Row:
    names = rows[0].keys()
    return {name: next((row[name] for row in rows if row[name] is not None), None) for name in names}
