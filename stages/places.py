"""Places: what each place name of a document means, read in the light of the others."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from stages.gazetteer import SETTLED, Candidate, Gazetteer, Place
from stages.spelling import folded

# Weights of what speaks for a place, tuned by hand on news of other subjects than the theatre's.
LIKENESS, PEOPLE, COUNTRY, PROVINCE, CONTAINER, NEAR, KIND = 2.0, 0.3, 2.0, 2.0, 4.0, 1.0, 1.5
OUTLET, DATELINE = 1.0, 3.0  # how many names in the text an outlet's country and a dateline weigh
ROUNDS = 3  # each round reads every name in the light of the last round's places
CANDIDATES = 16  # places looked at for one name; Springfield alone has more than thirty
NEAR_KM = 100.0
LEAST_PEOPLE = 15_000  # a smaller place that nothing else in the document speaks for is left unresolved

PROVINCE_WORDS = "province|governorate|state|region|county|parish|prefecture|oblast|department|countryside|district"
SETTLED_WORDS = "city|town|village|municipality|borough|capital"
AFTER = re.compile(rf"(?:['’]s)?\s+(?:(?P<province>{PROVINCE_WORDS})|(?P<settled>{SETTLED_WORDS}))\b")
BEFORE = re.compile(
    rf"(?:(?P<province>{PROVINCE_WORDS}|provinces of|governorates of)|(?P<settled>{SETTLED_WORDS}))\s+(?:of\s+)?(?:the\s+)?$"
)
JOINED = re.compile(r",\s+|\s+\(|,?\s+(?:in|near|outside|of)\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}")
TYPED = re.compile(
    rf"(?:(?P<first>{PROVINCE_WORDS}|{SETTLED_WORDS})\s+of\s+)?(?:the\s+)?"
    r"(?:(?:north|south|east|west|central|northern|southern|eastern|western|upper|lower|greater|downtown|"
    r"north-?eastern|north-?western|south-?eastern|south-?western|suburban|rural)\s+)*"
    rf"(?P<core>.+?)(?:['’]s)?(?:\s+(?P<last>{PROVINCE_WORDS}|{SETTLED_WORDS}|area|suburbs?|outskirts))?",
    re.IGNORECASE,
)
CAPITALISED = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)?\b")
DATELINE_PARTS = re.compile(r"\s*[,/()—–]\s*|\s+-+\s+")


class PlaceName(NamedTuple):
    """One place name where it stands in documents.text."""

    text: str
    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True)
class Context:
    """What a document tells of where it plays: its text, its dateline, and the country of its outlet (ISO alpha-2)."""

    text: str
    dateline: str | None = None
    outlet_country: str | None = None


class Resolution(NamedTuple):
    """The place a name was resolved to, how sure that is (0 to 1), and what spoke for it."""

    place: Place
    score: float
    rule: str


class Asked(NamedTuple):
    """What a name asks for: the name proper, the kind its words call for, and the name of its container."""

    core: str
    kind: str | None
    container: str | None


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
        if place.latitude is not None and place.longitude is not None and place.kind not in ("country", "continent"):
            self.points[place.place_id] = (place.latitude, place.longitude)

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


def resolve(names: Sequence[PlaceName], context: Context, *, gazetteer: Gazetteer) -> list[Resolution | None]:
    """The place each name means, in the order of `names`; null where no place fits.

    A name means the same place throughout a document unless its own words (its kind, its container) say otherwise.
    """
    asked = [_asked(names, at, context.text, gazetteer) for at in range(len(names))]
    options = {each: gazetteer.candidates(each.core)[:CANDIDATES] for each in asked}
    containers = {each: _container_ids(each, gazetteer) for each in options}
    told = _told(context, gazetteer)
    chosen: dict[Asked, Resolution | None] = {}
    for _ in range(ROUNDS):
        scene = Scene(defaultdict(float, told.countries), defaultdict(float, told.provinces), dict(told.points))
        for each in asked:
            _speak(scene, options[each], chosen.get(each))
        chosen = {each: _choose(each, options[each], containers[each], scene) for each in options}
    return [chosen[each] for each in asked]


def antecedent_of(words: str, start_char: int, resolved: Iterable[tuple[int, Place]]) -> Place | None:
    """The place that "the city", "the province" or "the country" means: the last such place named before it.

    `resolved` pairs the start of each resolved name with its place, in document order.
    """
    wanted = words.lower().removeprefix("the ").strip()
    before = [place for at, place in resolved if at < start_char]
    for place in reversed(before):
        if wanted in ("city", "town", "village") and place.kind in SETTLED:
            return place
        if wanted in PROVINCE_WORDS.split("|") and place.kind == "province":
            return place
        if wanted == "country" and place.kind == "country":
            return place
    return None


def _asked(names: Sequence[PlaceName], at: int, text: str, gazetteer: Gazetteer) -> Asked:
    name = names[at]
    after = AFTER.match(text, name.end_char)
    before = BEFORE.search(text[max(0, name.start_char - 24) : name.start_char])
    found = next((match.lastgroup for match in (after, before) if match), None)
    following = names[at + 1] if at + 1 < len(names) else None
    container = None
    if following and JOINED.fullmatch(text[name.end_char : following.start_char]):
        container = folded(following.text)
    core, _, rest = name.text.partition(",")
    if rest and not gazetteer.candidates(name.text):
        return Asked(folded(core), found, folded(rest) or container)
    typed = TYPED.fullmatch(name.text.strip())
    if typed and typed["core"] and not gazetteer.candidates(name.text):
        word = (typed["first"] or typed["last"] or "").lower()
        kind = "province" if word in PROVINCE_WORDS else "settled" if word in SETTLED_WORDS else None
        return Asked(folded(typed["core"]), (kind if word else None) or found, container)
    return Asked(folded(name.text), found, container)


def _container_ids(each: Asked, gazetteer: Gazetteer) -> frozenset[str]:
    if each.container is None:
        return frozenset()
    return frozenset(found.place.place_id for found in gazetteer.candidates(each.container))


def _told(context: Context, gazetteer: Gazetteer) -> Scene:
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
        for found in gazetteer.peoples(words):
            scene.countries[str(found.country_code)] += count
    return scene


def _speak(scene: Scene, options: list[Candidate], chosen: Resolution | None) -> None:
    """A name speaks for the place it was last resolved to; at first, for its candidates in equal parts."""
    if chosen is not None:
        scene.add(chosen.place, chosen.score)
    elif options:
        countries = [found.place for found in options if found.place.kind == "country"]
        for place in countries or ([options[0].place] if len(options) == 1 else []):
            scene.add(place, 1.0)


def _choose(each: Asked, options: list[Candidate], containers: frozenset[str], scene: Scene) -> Resolution | None:
    scored = sorted(
        ((_score(found, each, containers, scene), found) for found in options),
        key=lambda pair: (-pair[0], pair[1].place.place_id),
    )
    if not scored:
        return None
    best, found = scored[0]
    if not _is_plausible(found, containers, scene):
        return None
    share = 1.0 / sum(math.exp(score - best) for score, _ in scored)
    return Resolution(found.place, round(share, 3), _rule(found, containers, scene))


def _score(found: Candidate, each: Asked, containers: frozenset[str], scene: Scene) -> float:
    place = found.place
    score = LIKENESS * found.likeness + PEOPLE * math.log(1.0 + place.population)
    score += COUNTRY * scene.share(scene.countries, place.country_code)
    score += PROVINCE * scene.share(scene.provinces, place.province_id) + NEAR * scene.nearness(place)
    if containers.intersection(place.container_ids):
        score += CONTAINER
    if each.kind is not None:
        fits = place.kind in SETTLED if each.kind == "settled" else place.kind in ("province", "region", "district")
        score += KIND if fits else -KIND
    elif place.kind == "province" and place.country_code != "US":
        score -= KIND  # Homs alone is the city
    if place.kind == "country":
        score += KIND
    return score


def _is_plausible(found: Candidate, containers: frozenset[str], scene: Scene) -> bool:
    """Whether anything but its spelling speaks for a small place, or for a spelling no source has."""
    place = found.place
    backed = bool(containers.intersection(place.container_ids)) or (
        scene.countries.get(str(place.country_code), 0.0) > found.likeness
    )
    known = place.kind in ("country", "continent", "province") or place.population >= LEAST_PEOPLE
    return backed or (known and found.use != "skeleton")


def _rule(found: Candidate, containers: frozenset[str], scene: Scene) -> str:
    place = found.place
    reasons = [{"main": "name", "other": "other name", "demonym": "people", "skeleton": "spelling"}[found.use]]
    if containers.intersection(place.container_ids):
        reasons.append("container named")
    if scene.share(scene.countries, place.country_code) > 0.2:
        reasons.append("country of the document")
    if scene.share(scene.provinces, place.province_id) > 0.2:
        reasons.append("province of the document")
    if scene.nearness(place) > 0.3:
        reasons.append("near its other places")
    return ", ".join(reasons)
