"""Whole claims of sentences as agencies write them, about many wars: what a cold reader would say of each.

The table is `newswire.jsonl`: a text, then each claim as its type and every slot it fills.
"""

import json
from pathlib import Path

import pytest

from tests.stages.frozen import Row, rows_of

Slots = dict[str, object]
TEXTS = ("actor", "target", "recipient", "place", "destination", "source", "date")
TABLE = Path(__file__).parent / "newswire.jsonl"
CASES = [json.loads(line) for line in TABLE.read_text(encoding="utf-8").splitlines()]


def slots_of(row: Row) -> Slots:
    """The filled slots of a claim; the status only where it is not plainly asserted."""
    slots: Slots = {name: row[f"{name}_text"] for name in TEXTS if row[f"{name}_text"] is not None}
    if row["count_low"] is not None or row["count_high"] is not None:
        slots["count"] = [row["count_low"], row["count_high"]]
    if row["ranks"]:
        slots["ranks"] = row["ranks"]
    if row["status"] != "asserted":
        slots["status"] = row["status"]
    return slots


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_claims_of_a_newswire_sentence(case: dict[str, object]) -> None:
    assert [[row["type_code"], slots_of(row)] for row in rows_of(str(case["text"]))] == case["claims"]
