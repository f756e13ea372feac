"""Triggers beyond their sense: the PLOVER code of a claim, and an event that is told once."""

import pytest

from tests.stages.frozen import rows_of

# What PLOVER calls a claim whose type it parts in two.
CODES = [
    ("The bishop called for sanctions against the junta.", ["ACCUSE", "REQUEST"], "opposition is rallied"),
    ("The bishop called for help for the poor.", ["REQUEST"], "help is asked for"),
    ("Peru and Chile signed a treaty on Monday.", ["SUPPORT"], "a signed agreement is more than a promise"),
    ("The government promised help to the farmers.", ["AGREE"], "a promise"),
]

# One event, one claim: what only repeats, refers or modifies tells of nothing further. Types in order.
TOLD_ONCE = [
    ("The soldiers defected and joined the rebels.", "defection"),
    ("The soldiers deserted and fled to Turkey.", "defection"),
    ("The two sides agreed to a truce.", "ceasefire"),
    ("Troops killed ten people and wounded twenty.", "killing wounding"),
    ("Thousands took to the streets to protest against the war.", "protest"),
    ("The attacks continued in Basra on Sunday, and the attack on Friday killed two people.", "attack attack killing"),
    ("Rebels killed a guard and kidnapped two others.", "killing abduction"),
    ("The raid killed six people.", "attack killing"),
    ("The protest movement has grown.", ""),
    ("The attack helicopter landed.", ""),
    ("Such defections are rare.", ""),
    ("The attack came as a surprise.", ""),
    ("There were protests in Cairo.", "protest"),
    ("A truce deal was signed.", "ceasefire"),
    ("Peace talks were held in Oslo.", "talks"),
]


@pytest.mark.parametrize(("text", "codes", "reason"), CODES)
def test_plover_code_of_claim(text: str, codes: list[str], reason: str) -> None:
    assert [row["plover_code"] for row in rows_of(text)] == codes, reason


@pytest.mark.parametrize(("text", "types"), TOLD_ONCE)
def test_an_event_is_told_once(text: str, types: str) -> None:
    assert [row["type_code"] for row in rows_of(text)] == types.split()
