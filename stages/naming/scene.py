"""The scene of a document: the countries, provinces and points that its words speak for."""

import math
import re
from collections import defaultdict
from dataclasses import dataclass, field

from stages.naming.gazetteer import Gazetteer, Place

OUTLET, DATELINE = 1.0, 3.0  # how many names in the text an outlet's country and a dateline weigh
NEAR_KM = 200.0
WIDE = ("country", "continent", "region", "water")
CAPITALISED = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)?\b")
DATELINE_PARTS = re.compile(r"(?:(?<!\s)\s+)?[,/()—–]\s*|(?<!\s)\s+-+\s+")


@dataclass(frozen=True, slots=True)
class Context:
    """What a document tells of where it plays: its text, its dateline, and the country of its outlet (ISO alpha-2)."""

    text: str
    dateline: str | None = None
    outlet_country: str | None = None


@dataclass(slots=True)
class Scene:
    """Where the document plays: weights of countries and provinces, and points."""

    countries: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    provinces: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    points: dict[str, tuple[float, float]] = field(default_factory=dict)

    def add(self, place: Place, weight: float) -> None:
        """Let a place speak for its country, its province and its surroundings."""
        if place.country_code:
            self.countries[place.country_code] += weight
        if place.province_id:
            self.provinces[place.province_id] += weight
        if place.latitude is not None and place.longitude is not None and place.kind not in WIDE:
            self.points[place.place_id] = (place.latitude, place.longitude)

    def without(self, place: Place, weight: float) -> "Scene":
        """The scene less what one name says, so that no name vouches for itself."""
        others = Scene(defaultdict(float, self.countries), defaultdict(float, self.provinces), self.points)
        others.add(place, -weight)
        return others

    def share(self, weights: dict[str, float], key: str | None) -> float:
        """The share of a country or province, with one name's weight for the unknown."""
        return weights.get(key, 0.0) / (1.0 + sum(weights.values())) if key else 0.0

    def nearness(self, place: Place) -> float:
        """1 beside another place of the document, falling with the distance to the nearest."""
        if place.latitude is None or place.longitude is None:
            return 0.0
        squares = [
            (place.latitude - north) ** 2 + ((place.longitude - east) * math.cos(math.radians(north))) ** 2
            for place_id, (north, east) in self.points.items()
            if place_id != place.place_id
        ]
        return math.exp(-111.0 * math.sqrt(min(squares)) / NEAR_KM) if squares else 0.0


def scene_told_by(context: Context, gazetteer: Gazetteer) -> Scene:
    """What the dateline, the outlet and the demonyms tell."""
    scene = Scene()
    if context.outlet_country:
        scene.countries[context.outlet_country] += OUTLET
    for part in DATELINE_PARTS.split(context.dateline or ""):
        found = gazetteer.candidates(part) if part else []
        if found:
            scene.add(found[0].place, DATELINE)
    counts: dict[str, int] = defaultdict(int)
    for match in CAPITALISED.finditer(context.text):
        for words in {match[0], *match[0].split()}:
            counts[words] += 1
    for words, count in counts.items():
        for people in gazetteer.peoples(words):
            scene.countries[str(people.country_code)] += count
    return scene
