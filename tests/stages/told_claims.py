"""Claims as the tests of events tell them, and the events that the stage makes of them."""

from datetime import date

import pyarrow as pa

import seeds
from stages.events import group_claims
from stages.naming.gazetteer import Gazetteer
from stages.naming.gazetteer_tables import gazetteer_tables
from tests.stages.noted import corrections_of

FACTS = pa.schema(
    [
        ("claim_id", pa.string()), ("document_id", pa.string()), ("report_id", pa.string()), ("story_id", pa.string()),
        ("cohesion", pa.float64()),
        ("outlet", pa.string()), ("published_on", pa.date32()), ("type_code", pa.string()), ("mode", pa.string()),
        ("status", pa.string()), ("is_headline", pa.bool_()), ("trigger_raw_start_char", pa.int32()),
        ("agency", pa.string()), ("actor_text", pa.string()), ("target_text", pa.string()),
        ("rank_codes", pa.list_(pa.string())), ("count_low", pa.int64()), ("count_high", pa.int64()),
        ("place_text", pa.string()), ("place_id", pa.string()), ("destination_id", pa.string()),
        ("date_low", pa.date32()), ("date_high", pa.date32()), ("person_ids", pa.list_(pa.string())),
        ("near_ids", pa.list_(pa.string())), ("unit_ids", pa.list_(pa.string())), ("affair_ids", pa.list_(pa.string())),
    ]
)  # fmt: skip
NO_CITIES = pa.schema(
    [("geonameid", pa.int64()), ("name", pa.string()), ("country_code", pa.string()), ("admin1_code", pa.string()),
     ("latitude", pa.float64()), ("longitude", pa.float64()), ("population", pa.int64()),
     ("alternate_names", pa.list_(pa.string()))]
)  # fmt: skip
NO_PARTS = pa.schema([("place_id", pa.string()), ("name", pa.string()), ("country_code", pa.string())])
GAZETTEER = Gazetteer(*gazetteer_tables(seeds.load("places"), NO_CITIES.empty_table(), NO_PARTS.empty_table()))
ABU_KAMAL = {"place_id": "sy-abu-kamal", "place_text": "Abu Kamal"}
STORY = {"story_id": "s", "cohesion": 0.2}
HOMS = {"place_id": "sy-homs", "place_text": "Homs"}


def claim(document, at=0, day=None, count=None, **more):
    """One defection told by a document, on a day of February 2012; each document is its own report."""
    low, high = count if isinstance(count, tuple) else (count, count)
    on = None if day is None else date(2012, 2, day)
    return {
        "claim_id": f"{document}{at}", "document_id": document, "report_id": document, "type_code": "defection",
        "status": "asserted", "is_headline": False, "trigger_raw_start_char": at, "count_low": low, "count_high": high,
        "date_low": on, "date_high": on, **more,
    }  # fmt: skip


def made(*rows):
    """What the stage makes of those claims."""
    return corrected(rows)


def corrected(rows, *corrections):
    """What the stage makes of those claims with those corrections."""
    facts = pa.Table.from_pylist(list(rows), schema=FACTS)
    return group_claims(facts, gazetteer=GAZETTEER, event_corrections=corrections_of(*corrections))


def groups(*rows):
    """The claims of each event."""
    found = {}
    for row in made(*rows).also["event_claims"].to_pylist():
        found.setdefault(row["event_id"], []).append(row["claim_id"])
    return sorted(found.values())
