"""Forms of names as the tests of entities count them, and the entities made of them."""

import pyarrow as pa

from schemas.places import GAZETTEER, GAZETTEER_NAMES
from stages.entities import link_mentions
from stages.naming.gazetteer import Gazetteer
from stages.naming.ranks import RankLadder, Step
from stages.naming.spelling import name_hash
from tests.stages.noted import corrections_of

GAZETTEER_OF_ONE = Gazetteer(
    GAZETTEER.of(
        [{"place_id": "SY-HI", "name": "Homs", "kind": "province", "country_code": "SY", "latitude": 34.4,
          "longitude": 38.2, "container_id": None, "population": None}]
    ),
    GAZETTEER_NAMES.of([{"name_hash": name_hash("syrian"), "position": 0, "use": "demonym"}]),
)  # fmt: skip
LADDER = RankLadder(
    {
        "colonel": Step("colonel", "colonel", "army", "OF-5", 15),
        "general": Step("general", "general", "army", "OF-9", 19),
        "president": Step("president", "president", "civil", None, None),
    },
    {},
)
FORMS = pa.schema(
    [
        ("form_id", pa.string()), ("label", pa.string()), ("document_id", pa.string()), ("is_short", pa.bool_()),
        ("text", pa.string()), ("kind", pa.string()), ("country_code", pa.string()), ("gazetteer_id", pa.string()),
        ("rank_codes", pa.list_(pa.string())), ("roles", pa.list_(pa.string())), ("mention_count", pa.int64()),
        ("first_mention_id", pa.string()),
    ]
)  # fmt: skip
PAIRS = pa.schema([("form_id", pa.string()), ("full_form_id", pa.string())])


def form(text, label="person", count=1, **more):
    """One row of `mention_forms`, whose id is its text."""
    return {"form_id": text, "label": label, "is_short": False, "text": text, "mention_count": count,
            "first_mention_id": f"first {text}", **more}  # fmt: skip


def linked(rows, pairs=(), corrections=()):
    """What the stage makes of forms, of (short form, full form) pairs of one document, and of corrections."""
    beside = pa.Table.from_pylist([{"form_id": one, "full_form_id": other} for one, other in pairs], schema=PAIRS)
    return link_mentions(
        pa.Table.from_pylist(rows, schema=FORMS),
        beside,
        gazetteer=GAZETTEER_OF_ONE,
        ranks=LADDER,
        entity_corrections=corrections_of(*corrections),
    )


def groups(made):
    """The forms of each entity, as sets."""
    found = {}
    for row in made.also["entity_forms"].to_pylist():
        found.setdefault(row["entity_id"], set()).add(row["form_id"])
    return sorted(map(frozenset, found.values()), key=sorted)
