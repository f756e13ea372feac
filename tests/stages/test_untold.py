"""Words of deeds that tell of no event: habits, dangers, capabilities, kinds, and what is beside it."""

import pytest

from tests.stages.frozen import rows_of


@pytest.mark.parametrize(
    ("text", "types", "reason"),
    [
        ("The regime is notorious for targeting civilians in air strikes.", [], "what somebody is known for"),
        ("The army executes those it catches on the border.", [], "done to whoever it may be"),
        ("The army executes three men it caught on the border.", ["killing"], "three men"),
        ("Soldiers sympathize with the villagers and coordinate with the rebels on a regular basis.", [], "a habit"),
        ("Police regularly arrest protesters in Minsk.", [], "a habit"),
        ("Patrols guard the streets to keep families safe from rebel attacks.", [], "what may come"),
        ("Troops were sent to protect the village from raids by militants.", ["deployment"], "what may come"),
        ("Four girls drowned when a ferry tipped over near Malakal.", [], "an accident"),
        ("Officials ruled out the involvement of rebels in the blast.", [], "nothing is refused"),
        ("The government ruled out any role for the rebels.", ["rejection"], "that is refused"),
        ("The militants drowned five captives in a lake near Mosul.", ["killing"], "done by somebody"),
        ("Troops cut off the town of Taiz and wounded ten men.", ["siege", "wounding"], "both were done"),
        ("Diplomats warned against exaggerating the strength of the rebels.", [], "advice"),
        ("Syrian pilot founds rebel brigade as four soldiers quit", ["defection"], "beside rebels"),
        ("The guards agreed to hand back seized weapons.", ["agreement"], "which weapons"),
        ("North Korea has missiles that can hit American bases in Guam.", [], "what a weapon can do"),
        ("When you are fighting an insurgency, you need friends.", [], "anybody, at any time"),
        ("Police arrested three accused members of the cell in Ankara.", ["arrest"], "which members"),
        ("A bomb disposal team detonated the device in Leeds on Monday.", [], "nobody was attacked"),
        ("Our hearts go out to the families and to all those who have been injured.", [], "wished well"),
        ("She offered condolences to the family of 12 guards who were killed.", ["killing"], "they are counted"),
        ("The king sent condolences to the relatives of guards who were killed on Monday.", ["killing"], "on a day"),
        ("Troops could not protect the village from the raid by militants.", ["attack"], "a raid that was"),
        ("Many of the women were moved to rape camps in the north.", [], "which camps"),
        ("They are the first of 90 schoolgirls captured from a boarding school in Zamfara to come home.", ["abduction"],
         "pupils are taken, not arrested"),
        ("The army captured two students in Aleppo on Friday.", ["arrest"], "by an army"),
        ("Officials often accuse the rebels of theft.", [], "a habit"),
        ("Anyone who crosses is subject to arrest.", [], "a rule"),
        ("The flight was a demonstration of America's commitment to its allies.", [], "nobody marches"),
        ("A pop singer apologized for a joke about the election on Monday.", [], "nothing of states"),
        ("The president apologized to the victims of the massacre on Monday.", ["support"], "an amends"),
        ("Volunteers joined the flood fight along the river on Monday.", [], "with water"),
        ("Six soldiers were shot in Sirte because they would not kill farmers.", ["attack"], "not done"),
    ],
)  # fmt: skip
def test_what_is_told(text: str, types: list[str], reason: str) -> None:
    assert [row["type_code"] for row in rows_of(text)] == types, reason
