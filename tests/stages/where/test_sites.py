"""The place that governs an event, with its container."""

import pytest

from tests.stages.frozen import rows_of

PLACES = [
    ("Gunmen killed a judge in Baghdad.", "killing", "Baghdad", "with a preposition"),
    ("In Baghdad, gunmen killed a judge.", "killing", "Baghdad", "at the front"),
    ("Gunmen attacked a checkpoint near Kirkuk on Sunday.", "attack", "Kirkuk", "near a town"),
    ("A protest was held in the city of Aleppo.", "protest", "Aleppo", "the city of"),
    ("Clashes broke out in Daraa, Syria.", "clash", "Daraa, Syria", "with its container"),
    ("Police in Cairo arrested ten students.", "arrest", "Cairo", "on the actor"),
    ("The army shelled Homs.", "attack", "Homs", "the place it is done to"),
    ("Troops withdrew from Basra.", "withdrawal", "Basra", "left"),
    ("Ten people were killed in an attack on a market in Kabul.", "killing", "Kabul", "shared with the attack"),
    ("Thousands fled to Jordan.", "displacement", None, "a destination is no place"),
    (
        "The minister spoke in Geneva of a massacre in Houla.",
        "killing",
        "Houla",
        "where it happened and not where it was told",
    ),
    ("An air strike on Gaza killed three people.", "attack", "Gaza", "target and place"),
    ("Police arrested a man from Madrid in Lisbon.", "arrest", "Lisbon", "origin and place apart"),
    (
        "The envoy hopes for a meeting with the rebels' negotiator next week in Oslo.",
        "talks",
        "Oslo",
        "set down behind it, whatever it hangs on",
    ),
    (
        "Troops began an operation to drive the militia from Mopti.",
        "attack",
        "Mopti",
        "where they are driven from is where it happens",
    ),
    ("Clashes have spread to the southern port of Aden.", "clash", "Aden", "what spreads to a place happens there"),
    (
        "Mutineers are fighting for control of the border town.",
        "clash",
        "the border town",
        "what is fought for is where",
    ),
    ("The opposition leader met the ministers at the Green Palace.", "talks", "Green Palace", "a building's name"),
    ("A hundred people held a vigil outside the barracks.", "protest", "the barracks", "a building described"),
    (
        "The sergeant defended Aleppo for a week and killed nine attackers.",
        "killing",
        "Aleppo",
        "the object of the verb before",
    ),
    ("Officers murdered the innocent people of Ruritania.", "killing", None, "the people of a country are anywhere"),
    (
        "Residents of Goma said that soldiers had arrested nine teachers.",
        "arrest",
        "Goma",
        "told by those who live there",
    ),
    ("In Gao 30 women were released.", "release", "Gao", "a name that opens the sentence"),
    ("Clashes broke out in several provinces, notably Kunduz.", "clash", "Kunduz", "the one of many that is named"),
    (
        "Clashes broke out in Goma, and soldiers shelled the border town.",
        "attack",
        "Goma",
        "an epithet does not tell a town from the one named",
    ),
]


@pytest.mark.parametrize(("text", "type_code", "place", "reason"), PLACES)
def test_place_of_an_event(text: str, type_code: str, place: str | None, reason: str) -> None:
    row = next(row for row in rows_of(text) if row["type_code"] == type_code)
    assert row["place_text"] == place, reason
