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
]


@pytest.mark.parametrize(("text", "type_code", "place", "reason"), PLACES)
def test_place_of_an_event(text: str, type_code: str, place: str | None, reason: str) -> None:
    row = next(row for row in rows_of(text) if row["type_code"] == type_code)
    assert row["place_text"] == place, reason
