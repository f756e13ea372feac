"""Facts: what a claim says of its event, without its words, as events are grouped by."""

import re
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from stages.naming.gazetteer import Gazetteer, Place

SETS = ("rank_codes", "person_ids", "near_ids", "unit_ids", "affair_ids")
WORD = re.compile(r"[^\W\d_]+")
BATCH = 5_000  # rows that stand in memory as dictionaries at a time


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of the input `claim_facts`, with its place."""

    claim_id: str
    document_id: str
    report_id: str
    story_id: str | None
    cohesion: float | None
    outlet: str | None
    published_on: date | None
    type_code: str
    mode: str | None
    status: str
    is_headline: bool
    trigger_raw_start_char: int
    agency: str | None
    actor_text: str | None
    target_text: str | None
    rank_codes: frozenset[str]
    count_low: int | None
    count_high: int | None
    place_text: str | None
    place_id: str | None
    destination_id: str | None
    date_low: date | None
    date_high: date | None
    person_ids: frozenset[str]
    near_ids: frozenset[str]
    unit_ids: frozenset[str]
    affair_ids: frozenset[str]
    place: Place | None
    nations: frozenset[str] = frozenset()

    @property
    def is_counted(self) -> bool:
        """Whether it gives a number, be it open on one side."""
        return self.count_low is not None or self.count_high is not None

    @property
    def is_bare(self) -> bool:
        """Whether it names no number, place, day or person: it tells of an event only beside another claim."""
        known = (
            self.place_id,
            self.date_low,
            self.date_high,
            self.person_ids or self.near_ids or self.unit_ids or None,
        )
        return not self.is_counted and all(value is None for value in known)


def facts_in(claim_facts: pa.Table, gazetteer: Gazetteer) -> list[Fact]:
    """The rows of `claim_facts`, in order of document and trigger whatever theirs is."""
    places: dict[str, Place | None] = {}
    facts = []
    for batch in claim_facts.to_batches(max_chunksize=BATCH):
        for row in batch.to_pylist():
            place_id = row["place_id"]
            if place_id is not None and place_id not in places:
                places[place_id] = gazetteer.place(place_id)
            sets = {name: frozenset(row[name] or ()) for name in SETS}
            place = places.get(place_id) if place_id else None
            nations = _nations_in(row["target_text"] or row["actor_text"] or "", gazetteer)
            facts.append(Fact(**{**row, **sets, "place": place, "nations": nations}))
    return sorted(facts, key=lambda fact: (fact.document_id, fact.trigger_raw_start_char, fact.claim_id))


def _nations_in(text: str, gazetteer: Gazetteer) -> frozenset[str]:
    """The countries whose people a party's words name: Iranians, Turkish engineers."""
    return frozenset(people.place_id for word in WORD.findall(text) for people in gazetteer.peoples(word))
