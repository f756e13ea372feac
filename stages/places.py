"""Places: what each place name of a document means, read in the light of the others."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from stages.naming.gazetteer import SETTLED, Candidate, Gazetteer, Place
from stages.naming.scene import WIDE, Context, Scene, scene_told_by
from stages.naming.spelling import folded

# Weights of what speaks for a place: a coarse search on local news in English, rounded.
LIKENESS, PEOPLE, COUNTRY, PROVINCE, CONTAINER, NEAR, KIND = 3.0, 0.4, 3.0, 2.0, 6.0, 4.0, 1.5
ROUNDS = 3  # each round reads every name in the light of the last round's places
CANDIDATES = 16  # places looked at for one name; Springfield alone has more than thirty
WIDE_PEOPLE = 1_000_000  # what a sea or a region weighs beside towns
LEAST_PEOPLE = 5_000  # a smaller place that nothing else in the document speaks for is left unresolved

PROVINCE_WORDS = "province|governorate|state|region|county|parish|prefecture|oblast|department|countryside|district"
SETTLED_WORDS = "city|town|village|municipality|borough|capital"
AFTER = re.compile(rf"(?:['’]s)?\s{{1,9}}(?:(?P<province>{PROVINCE_WORDS})|(?P<settled>{SETTLED_WORDS}))\b")
BEFORE = re.compile(rf"(?:(?P<province>{PROVINCE_WORDS})s?|(?P<settled>{SETTLED_WORDS}))\s+(?:of\s+)?(?:the\s+)?$")
COMPASS = re.compile(r"(?:north|south|east|west)(?:ern)?|(?:north|south)[ -]?(?:east|west)(?:ern)?|centre|center")
JOINED = re.compile(r",\s+|\s+\(|,?\s+(?:in|near|outside|of)\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}")
BESIDE = re.compile(r",\s+([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?)")
TYPED = re.compile(
    rf"(?:(?P<first>{PROVINCE_WORDS}|{SETTLED_WORDS})\s+of\s+)?+(?:the\s+)?+"
    r"(?:(?:north|south|east|west|central|northern|southern|eastern|western|upper|lower|greater|downtown|"
    r"north-?eastern|north-?western|south-?eastern|south-?western|suburban|rural)\s+)*+"
    rf"(?P<core>.+?)(?:['’]s)?(?:\s{{1,9}}(?P<last>{PROVINCE_WORDS}|{SETTLED_WORDS}|area|suburbs?|outskirts))?",
    re.IGNORECASE,
)


class PlaceName(NamedTuple):
    """One place name where it stands in documents.text."""

    text: str
    start_char: int
    end_char: int


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


def resolve(names: Sequence[PlaceName], context: Context, *, gazetteer: Gazetteer) -> list[Resolution | None]:
    """The place each name means, in the order of `names`; null where no place fits.

    A name means the same place throughout a document unless its own words (its kind, its container) say otherwise.
    """
    asked = [_asked(names, at, context.text, gazetteer) for at in range(len(names))]
    options = {each: _candidates(each, gazetteer) for each in asked}
    containers = {each: _container_ids(each, gazetteer) for each in options}
    told = scene_told_by(context, gazetteer)
    chosen: dict[Asked, Resolution | None] = {}
    for _ in range(ROUNDS):
        scene = Scene(defaultdict(float, told.countries), defaultdict(float, told.provinces), dict(told.points))
        votes = {each: _vote(options[each], chosen.get(each), asked.count(each)) for each in options}
        for place, weight in filter(None, votes.values()):
            scene.add(place, weight)
        chosen = {}
        for each, vote in votes.items():
            others = scene.without(*vote) if vote else scene
            chosen[each] = _choose(each, options[each], containers[each], others)
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
    elif beside := BESIDE.match(text, name.end_char):
        container = folded(beside[1])
    core, _, rest = name.text.partition(",")
    if rest and not gazetteer.candidates(name.text):
        return Asked(folded(core), found, folded(rest) or container)
    typed = TYPED.fullmatch(name.text.strip())
    if typed and typed["core"] and not gazetteer.candidates(name.text):
        word = (typed["first"] or typed["last"] or "").lower()
        kind = "province" if word in PROVINCE_WORDS else "settled" if word in SETTLED_WORDS else None
        return Asked(folded(typed["core"]), (kind if word else None) or found, container)
    return Asked(folded(name.text), found, container)


def _candidates(each: Asked, gazetteer: Gazetteer) -> list[Candidate]:
    """The places it may mean; none for a bare point of the compass, which is a part of where the text plays."""
    if each.kind is None and COMPASS.fullmatch(each.core):
        return []
    return gazetteer.candidates(each.core)[:CANDIDATES]


def _container_ids(each: Asked, gazetteer: Gazetteer) -> frozenset[str]:
    if each.container is None:
        return frozenset()
    return frozenset(found.place.place_id for found in gazetteer.candidates(each.container))


def _vote(options: list[Candidate], chosen: Resolution | None, count: int) -> tuple[Place, float] | None:
    """The place a name speaks for, and how loud: the one last chosen; at first, a country or its only candidate."""
    if chosen is not None:
        return chosen.place, chosen.score * count
    countries = [found.place for found in options if found.place.kind == "country"]
    sure = countries or [found.place for found in options]
    return (sure[0], float(count)) if len(sure) == 1 else None


def _choose(each: Asked, options: list[Candidate], containers: frozenset[str], scene: Scene) -> Resolution | None:
    settled: dict[str | None, float] = {}
    for found in options:
        if found.place.kind in SETTLED:
            known = settled.get(found.place.country_code, 0.0)
            settled[found.place.country_code] = max(known, found.likeness)
    scored = sorted(
        (
            (_score(found, each, containers, scene, settled), found)
            for found in options
            if _is_plausible(found, containers, scene)
        ),
        key=lambda pair: (-pair[0], pair[1].place.place_id),
    )
    if not scored:
        return None
    best, found = scored[0]
    share = 1.0 / sum(math.exp(score - best) for score, _ in scored)
    rule = _rule(found, containers, scene)
    if len(scored) > 1:
        rule += f"; rather than {told_of(scored[1][1].place)}"
    return Resolution(found.place, round(share, 3), rule)


def told_of(place: Place) -> str:
    """A place in words: its name, its kind and its country."""
    return f"{place.name} ({', '.join(filter(None, (place.kind, place.country_code)))})"


def _score(
    found: Candidate, each: Asked, containers: frozenset[str], scene: Scene, settled: Mapping[str | None, float]
) -> float:
    place = found.place
    people = place.population or (WIDE_PEOPLE if place.kind in WIDE else 0 if place.kind in SETTLED else LEAST_PEOPLE)
    score = LIKENESS * found.likeness + PEOPLE * math.log(1.0 + people)
    score += COUNTRY * scene.share(scene.countries, place.country_code)
    score += PROVINCE * scene.share(scene.provinces, place.province_id) + NEAR * scene.nearness(place)
    if containers.intersection(place.container_ids):
        score += CONTAINER
    if each.kind is not None:
        fits = place.kind in SETTLED if each.kind == "settled" else place.kind in ("province", "region", "district")
        score += KIND if fits else -KIND
    elif place.kind == "province" and settled.get(place.country_code, 0.0) >= found.likeness - 0.05:
        score -= KIND  # Homs alone is the city
    if place.kind in WIDE:
        score += KIND
    return score


def _is_plausible(found: Candidate, containers: frozenset[str], scene: Scene) -> bool:
    """Whether anything but its spelling speaks for a small place, or for a spelling no source has."""
    place = found.place
    told = scene.countries.get(str(place.country_code), 0.0)
    is_noted = place.kind not in SETTLED and found.use != "skeleton"  # districts, camps, crossings: noted one by one
    backed = bool(containers.intersection(place.container_ids)) or told > found.likeness or (is_noted and told >= 1.0)
    least = LEAST_PEOPLE if found.use == "main" else WIDE_PEOPLE
    known = place.kind in WIDE or place.kind == "province" or place.population >= least
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
