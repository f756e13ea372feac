"""The gazetteer in memory: which places a written name may mean."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from rapidfuzz.distance import JaroWinkler

from stages.naming.spelling import bare, folded, name_hash, skeleton

MIN_LIKENESS = 0.8  # Jaro-Winkler of folded names; Dair Alzour and Deir ez-Zor have .81, Hama and Homs .78
PRECISION = {
    "country": "country", "province": "province", "city": "city", "town": "city", "village": "city",
    "district": "city", "camp": "point", "crossing": "point", "base": "point", "airport": "point",
    "dam": "point", "site": "point",
}  # fmt: skip


SETTLED = frozenset(("city", "town", "village"))


class Place(NamedTuple):
    """One place of the gazetteer; `container_ids` run from its province to its country."""

    place_id: str
    name: str
    kind: str
    container_ids: tuple[str, ...]
    country_code: str | None
    latitude: float | None
    longitude: float | None
    population: int
    is_namesake: bool = False  # a settlement that bears its province's name

    @property
    def precision(self) -> str | None:
        """How exact the place is: country, province, city or point; null for what is wider than a country."""
        return PRECISION.get(self.kind)

    @property
    def province_id(self) -> str | None:
        """The province it is or lies in."""
        if self.kind == "province":
            return self.place_id
        return self.container_ids[0] if len(self.container_ids) > 1 else None


class Candidate(NamedTuple):
    """A place that a written name may mean; `likeness` is 1 for its main name, less for others and for spellings."""

    place: Place
    use: str
    likeness: float


class Gazetteer:
    """Places by name, made of `gazetteer` (in order of place_id) and `gazetteer_names` (in order of name_hash)."""

    def __init__(self, gazetteer: pa.Table, gazetteer_names: pa.Table) -> None:
        self._rows = gazetteer.combine_chunks()
        self._hashes: np.ndarray = gazetteer_names["name_hash"].to_numpy()
        self._positions: np.ndarray = gazetteer_names["position"].to_numpy()
        self._uses = gazetteer_names["use"].combine_chunks()
        self._folded = gazetteer_names["folded"].combine_chunks()
        self._places: dict[int, Place] = {}
        self._ids = self._rows["place_id"]
        wide = pc.is_in(gazetteer["kind"], pa.array(["continent", "region", "country", "province"]))
        self._containers = {
            row["place_id"]: row["container_id"]
            for row in gazetteer.filter(wide).select(["place_id", "container_id"]).to_pylist()
        }

    def candidates(self, name: str) -> list[Candidate]:
        """Every place the name is a name, a spelling or a demonym of; the surest first, then by population and id."""
        key = folded(name)
        found = [
            Candidate(self._place(position), use, 1.0 if use == "main" else 0.9)
            for position, use, _ in self._entries(key)
            if use != "skeleton"
        ]
        if not found and (bones := skeleton(name)):
            found = list(self._spelt(bare(name), bones))
        best: dict[str, Candidate] = {}
        for candidate in found:
            known = best.get(candidate.place.place_id)
            if known is None or candidate.likeness > known.likeness:
                best[candidate.place.place_id] = candidate
        return sorted(best.values(), key=lambda each: (-each.likeness, -each.place.population, each.place.place_id))

    def peoples(self, word: str) -> list[Place]:
        """The countries whose people or things are called by that word: Syrian, Dutch, North Korean."""
        return [self._place(position) for position, use, _ in self._entries(folded(word)) if use == "demonym"]

    def place(self, place_id: str) -> Place | None:
        """The place of that id."""
        position = bisect_left(range(len(self._ids)), place_id, key=lambda at: str(self._ids[at].as_py()))
        found = position < len(self._ids) and self._ids[position].as_py() == place_id
        return self._place(position) if found else None

    def _spelt(self, key: str, bones: str) -> Iterator[Candidate]:
        for position, use, written in self._entries(bones):
            if use == "skeleton" and written:
                likeness = JaroWinkler.similarity(key, written)
                if likeness >= MIN_LIKENESS:
                    yield Candidate(self._place(position), "skeleton", 0.9 - 3.0 * (1.0 - likeness))

    def _entries(self, key: str) -> Iterator[tuple[int, str, str | None]]:
        hashed = np.int64(name_hash(key))
        first = int(np.searchsorted(self._hashes, hashed, side="left"))
        last = int(np.searchsorted(self._hashes, hashed, side="right"))
        for at in range(first, last):
            yield int(self._positions[at]), self._uses[at].as_py(), self._folded[at].as_py()

    def _place(self, position: int) -> Place:
        if position not in self._places:
            row = {name: self._rows[name][position].as_py() for name in self._rows.column_names}
            chain = tuple(self._chain(row["container_id"]))
            around = self.place(chain[0]) if row["kind"] in SETTLED and len(chain) > 1 else None
            self._places[position] = Place(
                row["place_id"], row["name"], row["kind"], chain,
                row["country_code"], row["latitude"], row["longitude"], row["population"] or 0,
                around is not None and folded(around.name) == folded(row["name"]),
            )  # fmt: skip
        return self._places[position]

    def _chain(self, container_id: str | None) -> Iterator[str]:
        while container_id is not None:
            yield container_id
            container_id = self._containers.get(container_id)
