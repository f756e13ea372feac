"""The gazetteer's making: cities, subdivisions and the seed places become rows to look names up in."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.compute as pc

from schemas.places import GAZETTEER, GAZETTEER_NAMES
from schemas.table import conform
from stages.naming.gazetteer import SETTLED
from stages.naming.spelling import bare, folded, name_hash, skeleton

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
    """A place of the gazetteer and its names: folded, each with one way to write it."""

    row: Row
    main: str
    names: dict[str, str]
    demonyms: list[str] = field(default_factory=list)
    admin1_code: object = None

    @classmethod
    def of(cls, row: Row, others: Iterable[str] = (), demonyms: Iterable[str] = ()) -> "Named":
        """A place with its main name and the others."""
        main = folded(str(row["name"]))
        names = {main: str(row["name"])}
        for other in others:
            names.setdefault(folded(other), other)
        names.pop("", None)
        return cls(row, main, names, list(demonyms))


def gazetteer_tables(places: pa.Table, cities: pa.Table, subdivisions: pa.Table) -> tuple[pa.Table, pa.Table]:
    """The tables `gazetteer` and `gazetteer_names` from the seed `places`, GeoNames cities and ISO subdivisions.

    `cities` has geonameid, name, country_code, admin1_code, latitude, longitude, population and alternate_names (list);
    `subdivisions` has place_id (ISO 3166-2), name, country_code. A city that the seed knows lends it its names.
    """
    seeded = [_seeded(row) for row in places.to_pylist()]
    settled = [_city(row) for row in cities.to_pylist()]
    provinces = {
        (row["country_code"], row["admin1_code"]): row["place_id"] for row in places.to_pylist() if row["admin1_code"]
    }
    named = seeded + _provinces(subdivisions, settled, provinces, {str(each.row["place_id"]) for each in seeded})
    named += _new_cities(settled, provinces, seeded)
    named.sort(key=lambda each: str(each.row["place_id"]))
    names = _names(named)
    return GAZETTEER.of([each.row for each in named]), names.take(
        pc.sort_indices(names, [("name_hash", "ascending"), ("position", "ascending")])
    )


def _seeded(row: Row) -> Named:
    place = {column.name: row[column.name] for column in GAZETTEER}
    return Named.of(place, _split(row["other_names"]), _split(row["demonyms"]))


def _split(names: object) -> list[str]:
    return str(names).split("|") if names else []


def _city(row: Row) -> Named:
    people = int(str(row["population"]))
    others = row["alternate_names"]
    named = Named.of(
        {
            "place_id": f"geonames:{row['geonameid']}", "name": row["name"], "country_code": row["country_code"],
            "kind": "city" if people >= CITY else "town" if people >= TOWN else "village",
            "container_id": row["country_code"], "population": people, "latitude": row["latitude"],
            "longitude": row["longitude"],
        },
        sorted(filter(LATIN_NAME.fullmatch, others)) if isinstance(others, list) else (),
    )  # fmt: skip
    named.admin1_code = row["admin1_code"]
    return named


def _provinces(
    subdivisions: pa.Table, cities: list[Named], provinces: dict[tuple[object, object], object], known: set[str]
) -> list[Named]:
    """Provinces that the seed does not have, at the centre of their inhabitants.

    GeoNames codes provinces otherwise than ISO: a province is given the code of the largest city that bears its name.
    """
    rows = [row for row in subdivisions.sort_by("place_id").to_pylist() if row["place_id"] not in known]
    wanted = {(row["country_code"], folded(row["name"])) for row in rows}
    largest: dict[tuple[object, str], Named] = {}
    members: dict[tuple[object, object], list[Named]] = defaultdict(list)
    for city in sorted(cities, key=lambda each: (each.row["population"], str(each.row["place_id"]))):
        country = city.row["country_code"]
        largest.update({(country, name): city for name in city.names if (country, name) in wanted})
        members[country, city.admin1_code].append(city)
    made = []
    for row in rows:
        country = row["country_code"]
        place: Row = {
            "place_id": row["place_id"], "name": row["name"], "kind": "province", "population": None,
            "container_id": country, "country_code": country, "latitude": None, "longitude": None,
        }  # fmt: skip
        capital = largest.get((country, folded(row["name"])))
        if capital is not None and (country, capital.admin1_code) not in provinces:
            provinces[country, capital.admin1_code] = row["place_id"]
            place |= _centre(members[country, capital.admin1_code])
        made.append(Named.of(place))
    return made


def _centre(cities: Iterable[Named]) -> Row:
    weights = [(max(float(str(city.row["population"])), 100.0), city.row) for city in cities]
    total = sum(weight for weight, _ in weights)
    mean = {
        name: round(sum(weight * float(str(row[name])) for weight, row in weights) / total, 4)
        for name in ("latitude", "longitude")
    }
    return {**mean, "population": int(total)}


def _new_cities(
    cities: list[Named], provinces: dict[tuple[object, object], object], seeded: list[Named]
) -> Iterator[Named]:
    """The cities that the seed does not have; those it has lend it such names as no other seed place bears."""
    by_name: dict[tuple[object, str], list[Named]] = defaultdict(list)
    taken = {(each.row["country_code"], name) for each in seeded for name in each.names}
    for each in seeded:
        if each.row["kind"] in SETTLED:
            for name in each.names:
                by_name[each.row["country_code"], name].append(each)
    for city in cities:
        country = city.row["country_code"]
        province = provinces.get((country, city.admin1_code), country)
        same = [each for name in city.names for each in by_name.get((country, name), ()) if _near(each.row, city.row)]
        if not same:
            city.row["container_id"] = province
            yield city
            continue
        for name, written in city.names.items():
            if (country, name) not in taken:
                same[0].names.setdefault(name, written)
        if same[0].row["container_id"] == country:
            same[0].row["container_id"] = province


def _near(row: Row, city: Row) -> bool:
    return kilometres(row["latitude"], row["longitude"], city["latitude"], city["longitude"]) <= SAME_PLACE_KM


def kilometres(*degrees: object) -> float:
    """The distance of two points (latitude, longitude, latitude, longitude), on a sphere."""
    north, east, other_north, other_east = (math.radians(float(str(degree))) for degree in degrees)
    half = math.sin((other_north - north) / 2) ** 2
    half += math.cos(north) * math.cos(other_north) * math.sin((other_east - east) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(half)))


def _names(named: Sequence[Named]) -> pa.Table:
    """The rows of `gazetteer_names`, in order of place."""
    rows = [(*row, at) for at, each in enumerate(named) for row in _names_of(each)]
    hashes, uses, letters, positions = zip(*rows, strict=True)
    columns = {"name_hash": hashes, "position": positions, "use": uses, "folded": letters}
    return conform(pa.table({name: list(values) for name, values in columns.items()}), GAZETTEER_NAMES)


def _names_of(each: Named) -> Iterator[tuple[int, str, str | None]]:
    for name in each.names:
        yield name_hash(name), "main" if name == each.main else "other", None
    for demonym in each.demonyms:
        yield name_hash(folded(demonym)), "demonym", None
    if each.row["country_code"] in TRANSLITERATED and each.row["kind"] != "country":
        spelt = {(skeleton(written), bare(written)) for written in each.names.values()}
        yield from ((name_hash(bones), "skeleton", letters) for bones, letters in sorted(spelt) if bones)
