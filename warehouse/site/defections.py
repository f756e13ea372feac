"""The page on defections: by rank, month, unit and destination, how many at least and at most, and who by name."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from warehouse.site.catalogue import ANSWERS, TELLING
from warehouse.site.charts import Bar, Point, band, bars, rung
from warehouse.site.render import Site
from warehouse.site.rows import Query, Reader, Row
from warehouse.site.words import folded, visible

TOP = 15  # units and destinations shown; the rest is in the listing
YES, NO = ANSWERS
KNOWN, REPORTED = "defection", "reported, day unknown"


def write_defections(site: Site, reader: Reader) -> None:
    """Write defections.html."""
    events = sorted((row for row in reader.each("events") if row["type_code"] == "defection"), key=_latest)
    told = [event for event in events if event["is_told"]]
    counted = [event for event in told if event["is_dated"] and not event["is_total"]]
    points = [Point(**row) for row in reader.rows("defections_cumulative")]
    ranks = reader.rows("defections_by_rank_told")
    asked = Query("events")
    site.page(
        "defections.html", "defections.html", title="Defections", events=events, told_count=len(told),
        ranks=ranks, rung=rung, told_as=TELLING[0], most_told=max((rank["event_count"] for rank in ranks), default=0),
        persons=persons_of(reader.rows("defectors")), address=address_of_events,
        purpose=asked.purpose, statement=asked.where("type_code", "defection"),
        vague_count=sum(not event["is_dated"] and not event["first_reported_on"] for event in told),
        months=bars("Defections by month", months_of(told), [KNOWN, REPORTED]),
        curve=band("Defectors, cumulative: at least and at most", points) if len(points) > 1 else None,
        last=points[-1] if points else None, curve_count=len(counted),
        total_count=sum(bool(event["is_total"]) for event in told if event["is_dated"]),
        open_count=sum(event["count_high"] is None for event in counted),
        units=counted_by(told, "unit"), destinations=counted_by(told, "destination"),
    )  # fmt: skip


def _latest(event: Row) -> tuple[int, str]:
    return (-event["date_low"].toordinal() if event["date_low"] else 0, event["event_id"])


def address_of_events(**asked: object) -> str:
    """The listing of the defections told as having happened of which that holds."""
    given = {name.replace("_", "-"): str(value) for name, value in asked.items()}
    return f"events.html#{urlencode({'type': 'defection', 'told': TELLING[0], **given})}"


def months_of(events: Sequence[Row]) -> list[Bar]:
    """Events by month: of their earliest day where it is known so well, else of their first report."""
    counts: dict[date, Counter[str]] = defaultdict(Counter)
    for event in events:
        day = event["date_low"] if event["is_dated"] else event["first_reported_on"]
        if day:
            counts[day.replace(day=1)][KNOWN if event["is_dated"] else REPORTED] += 1
    if not counts:
        return []
    first, last = min(counts), max(counts)
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    months = [date(number // 12, number % 12 + 1, 1) for number in numbers]
    return [Bar(f"{month:%Y-%m}", _parts(month, counts[month])) for month in months]


def _parts(month: date, counts: Counter[str]) -> tuple[tuple[str, int, str], ...]:
    after = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    last = date.fromordinal(after.toordinal() - 1)
    addresses = {
        KNOWN: address_of_events(dated=YES, **{"from": month, "to": last}),
        REPORTED: address_of_events(dated=NO, reported_from=month, reported_to=last),
    }
    return tuple((name, counts[name], addresses[name]) for name in addresses if counts[name])


def counted_by(events: Sequence[Row], name: str) -> list[tuple[str, int, str]]:
    """The commonest units or destinations of events, how many events name each, and where those stand."""
    counts = Counter(words for event in events for words in event[f"{name}_texts"])
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:TOP]
    return [(words, count, address_of_events(**{name: chosen_of(words)})) for words, count in ordered]


def chosen_of(words: str) -> str:
    """A value as a listing offers it for choice."""
    return visible(words).replace(";", ",")


def persons_of(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Each named defector once, the highest rank first, with every claim that says so."""
    claims: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        claims[row["entity_id"] or folded(row["name"])].append(row)
    return [
        {
            **_first_known(told),
            "claims": told,
            "is_leader": all(row["is_leader"] for row in told),
            "outlets": sorted({row["outlet"] or "an unknown outlet" for row in told}),
            "events": list({row["event_id"]: row for row in told if row["event_id"]}.values()),
        }
        for told in claims.values()
    ]


def _first_known(rows: Sequence[Row]) -> Row:
    names = rows[0].keys()
    return {name: next((row[name] for row in rows if row[name] is not None), None) for name in names}
