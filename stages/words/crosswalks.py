"""Crosswalks: what a type and mode of event are called in PLOVER, CAMEO and ACLED."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from schemas.table import UnknownCode
from stages.words.wordlists import words_of

REQUESTS = words_of("demand urge call order ask want appeal request must should need plea insist seek")


class Crosswalk(NamedTuple):
    """The codes of a type and mode in other schemes."""

    plover: str | None
    plover_planned: str | None
    cameo: str | None
    acled: str | None


Crosswalks = Mapping[tuple[str, str], Crosswalk]


def crosswalks_of(event_types: Iterable[Mapping[str, str | None]]) -> Crosswalks:
    """The crosswalks of the rows of `event_types`, by type and mode; the mode is empty for the type as such."""
    return {
        (str(row["type_code"]), row["mode"] or ""): Crosswalk(
            row["plover_code"], row["plover_planned_code"], row["cameo_code"], row["acled_code"]
        )
        for row in event_types
    }


def codes_of(
    type_code: str, mode: str | None, status_code: str, status_rule: str, crosswalks: Crosswalks
) -> tuple[str | None, str | None, str | None]:
    """PLOVER, CAMEO and ACLED codes; PLOVER has its own for what is called for, promised, threatened or refused.

    Raises UnknownCode for a type that the seed lacks.
    """
    crosswalk = crosswalks.get((type_code, mode or "")) or crosswalks.get((type_code, ""))
    if crosswalk is None:
        raise UnknownCode("claims", "type_code", type_code)
    plover = crosswalk.plover
    if status_code == "planned":
        is_asked = not REQUESTS.isdisjoint(status_rule.split())
        plover = "REQUEST" if is_asked else crosswalk.plover_planned
        plover = "THREATEN" if "unless" in status_rule.split() else plover
    elif status_code == "denied" and status_rule.startswith("will ") and crosswalk.plover_planned == "AGREE":
        plover = "REJECT"  # what somebody will not do for another
    return plover, crosswalk.cameo, crosswalk.acled
