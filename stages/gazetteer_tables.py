"""The gazetteer's making: cities, subdivisions and the seed places become rows to look names up in."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.compute as pc

from schemas.places import GAZETTEER, GAZETTEER_NAMES
from stages.gazetteer import SETTLED
from stages.spelling import bare, folded, name_hash, skeleton

# Countries whose names reach English through transliteration, so that one place is spelt in many ways.
TRANSLITERATED = frozenset(
    (
        "AE", "AF", "BH", "DJ", "DZ", "EG", "ER", "ET", "IL", "IQ", "IR", "JO", "KW", "LB", "LY",
        "MA", "MR", "OM", "PK", "PS", "QA", "SA", "SD", "SO", "SS", "SY", "TD", "TN", "TR", "YE",
    )
)  # fmt: skip
SAME_PLACE_KM = 25.0  # two sources put the centre of one town at most this far apart
CITY, TOWN = 50_000, 5_000  # inhabitants
LATIN_NAME = re.compile(r"(?=.*[a-zà-ÿ])[A-ZÀ-ÞĀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿʻ-ʿ .,'’‘`()-]{2,}")

Row = dict[str, object]


@dataclass(slots=True)
class Named:
    """A place of the gazetteer with the names it goes by."""

    row: Row
    others: set[str] = field(default_factory=set)
    demonyms: set[str] = field(default_factory=set)


def gazetteer_tables(places: pa.Table, cities: pa.Table, subdivisions: pa.Table) -> tuple[pa.Table, pa.Table]:
    """The tables `gazetteer` and `gazetteer_names` from the seed `places`, GeoNames cities and ISO subdivisions.

    `cities` has geonameid, name, country_code, admin1_code, latitude, longitude, population and alternate_names (list);
    `subdivisions` has place_id (ISO 3166-2), name, country_code. A city that the seed knows lends it its names.
    """
    named = [_seeded(row) for row in places.to_pylist()]
    city_rows = cities.to_pylist()
    provinces = {
        (row["country_code"], row["admin1_code"]): row["place_id"] for row in places.to_pylist() if row["admin1_code"]
    }
    named += _provinces(subdivisions, city_rows, provinces, {str(each.row["place_id"]) for each in named})
    named += _cities(city_rows, provinces, named)
    named.sort(key=lambda each: str(each.row["place_id"]))
    table = GAZETTEER.of([each.row for each in named])
    names = GAZETTEER_NAMES.of([row for at, each in enumerate(named) for row in _name_rows(at, each)])
    return table, names.take(pc.sort_indices(names, [("name_hash", "ascending"), ("position", "ascending")]))


def _seeded(row: Row) -> Named:
    place = {column.name: row[column.name] for column in GAZETTEER}
    return Named(place, set(_split(row["other_names"])), set(_split(row["demonyms"])))


def _split(names: object) -> list[str]:
    return str(names).split("|") if names else []


def _provinces(
    subdivisions: pa.Table, cities: list[Row], provinces: dict[tuple[object, object], object], known: set[str]
) -> list[Named]:
    """Provinces that the seed does not have, at the centre of their inhabitants.

    GeoNames codes provinces otherwise than ISO: a province is given the code of the largest city that bears its name.
    """
    largest: dict[tuple[object, str], Row] = {}
    members: dict[tuple[object, object], list[Row]] = defaultdict(list)
    for city in sorted(cities, key=_inhabitants):
        for name in (city["name"], *_latin(city["alternate_names"])):
            largest[city["country_code"], folded(str(name))] = city
        members[city["country_code"], city["admin1_code"]].append(city)
    made = []
    for row in subdivisions.sort_by("place_id").to_pylist():
        if row["place_id"] in known:
            continue
        place: Row = {
            "place_id": row["place_id"], "name": row["name"], "kind": "province", "population": None,
            "container_id": row["country_code"], "country_code": row["country_code"], "latitude": None,
            "longitude": None,
        }  # fmt: skip
        capital = largest.get((row["country_code"], folded(row["name"])))
        key = (row["country_code"], capital["admin1_code"]) if capital else None
        if key is not None and key not in provinces:
            provinces[key] = row["place_id"]
            place |= _centre(members[key])
        made.append(Named(place))
    return made


def _inhabitants(city: Row) -> tuple[int, int]:
    return int(str(city["population"])), -int(str(city["geonameid"]))


def _centre(cities: Iterable[Row]) -> Row:
    weights = [(max(float(str(city["population"])), 100.0), city) for city in cities]
    total = sum(weight for weight, _ in weights)
    mean = {
        name: round(sum(weight * float(str(city[name])) for weight, city in weights) / total, 4)
        for name in ("latitude", "longitude")
    }
    return {**mean, "population": int(total)}


def _cities(cities: list[Row], provinces: dict[tuple[object, object], object], seeded: list[Named]) -> Iterator[Named]:
    by_name: dict[tuple[object, str], list[Named]] = defaultdict(list)
    for each in seeded:
        if each.row["kind"] in SETTLED:
            for name in {str(each.row["name"]), *each.others}:
                by_name[each.row["country_code"], folded(name)].append(each)
    taken = {
        (each.row["country_code"], folded(name)) for each in seeded for name in {str(each.row["name"]), *each.others}
    }
    for city in cities:
        country = city["country_code"]
        names = {str(city["name"]), *_latin(city["alternate_names"])}
        known = [each for name in names for each in by_name.get((country, folded(name)), []) if _near(each.row, city)]
        province = provinces.get((country, city["admin1_code"]), country)
        if known:
            known[0].others |= {name for name in names if (country, folded(name)) not in taken}
            if known[0].row["container_id"] == country:
                known[0].row["container_id"] = province
            continue
        people = int(str(city["population"]))
        yield Named(
            {
                "place_id": f"geonames:{city['geonameid']}", "name": city["name"], "country_code": country,
                "kind": "city" if people >= CITY else "town" if people >= TOWN else "village",
                "container_id": province, "population": people,
                "latitude": city["latitude"], "longitude": city["longitude"],
            },
            names - {str(city["name"])},
        )  # fmt: skip


def _latin(names: object) -> list[str]:
    """The alternate names in Latin letters; codes and lower-case romanisations are none."""
    return [name for name in names if LATIN_NAME.fullmatch(name)] if isinstance(names, list) else []


def _near(row: Row, city: Row) -> bool:
    return kilometres(row["latitude"], row["longitude"], city["latitude"], city["longitude"]) <= SAME_PLACE_KM


def kilometres(*degrees: object) -> float:
    """The distance of two points (latitude, longitude, latitude, longitude), on a sphere."""
    north, east, other_north, other_east = (math.radians(float(str(degree))) for degree in degrees)
    half = math.sin((other_north - north) / 2) ** 2
    half += math.cos(north) * math.cos(other_north) * math.sin((other_east - east) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(half)))


def _name_rows(at: int, each: Named) -> Iterator[Row]:
    main = folded(str(each.row["name"]))
    uses = {main: "main"} if main else {}
    for name in sorted(each.others):
        uses.setdefault(folded(name), "other")
    for name in sorted(each.demonyms):
        uses.setdefault(folded(name), "demonym")
    for key, use in uses.items():
        if key:
            yield {"name_hash": name_hash(key), "position": at, "use": use, "folded": None}
    if each.row["country_code"] in TRANSLITERATED and each.row["kind"] != "country":
        spelt = {(skeleton(name), bare(name)) for name in {str(each.row["name"]), *each.others}}
        for bones, letters in sorted(spelt):
            if bones:
                yield {"name_hash": name_hash(bones), "position": at, "use": "skeleton", "folded": letters}
