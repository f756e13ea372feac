"""Places: what each place name of a document means, read in the light of the others."""

from dataclasses import dataclass, field
from typing import NamedTuple

from stages.gazetteer import Candidate, Gazetteer, Place


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
    """The place a name was resolved to, how sure that is (0 to 1), and the reason."""

    place: Place
    score: float
    rule: str


@dataclass(slots=True)
class Surroundings:
    """What the other names of the document say: weights of countries and provinces."""

    countries: dict[str, float] = field(default_factory=dict)
    provinces: dict[str, float] = field(default_factory=dict)


def resolve(names: list[PlaceName], context: Context, *, gazetteer: Gazetteer) -> list[Resolution | None]:
    """The place each name means, in the order of `names`; null where no place fits."""
    found: list[list[Candidate]] = [gazetteer.candidates(name.text) for name in names]
    return [Resolution(options[0].place, options[0].likeness, options[0].use) if options else None for options in found]
