"""The modes of attacks: what the trigger says, or else the arms that are named."""

import pytest

from tests.stages.frozen import rows_of


@pytest.mark.parametrize(
    ("text", "mode", "reason"),
    [
        ("Rebels attacked two army posts with mortars and rifles near Aden.", "heavy-weapons", "the first named"),
        ("Gunmen attacked a police post with rifles in Maiduguri.", "firearms", "with rifles"),
        ("A warplane attacked the village of Barka on Monday.", "aerial", "what strikes"),
        ("The barracks were attacked by men firing mortar shells.", "heavy-weapons", "what they fire"),
        ("A helicopter raid killed six fighters near Mosul.", "aerial", "the words before the noun"),
        ("Tank shells were fired at the market of Taiz on Friday.", "heavy-weapons", "shells are no small arms"),
        ("Two men fired at a patrol in Karachi.", "firearms", "as the seed says"),
        ("A man rammed a truck packed with explosives into the gate of the base.", "explosives", "its load"),
        ("A lorry laden with explosives was driven into the gate of the base.", "explosives", "its load, passive"),
        ("Yemen shot down a Saudi jet over Marib.", None, "with what is not said"),
        ("The army confirmed the downing of a helicopter near Sirte.", None, "an aircraft is not the means here"),
        ("Fighters raided a depot of mortars near Homs.", None, "arms that are taken are not the means"),
        ("Militants attacked the village of Barka on Monday.", None, "nothing said"),
    ],
)  # fmt: skip
def test_mode_of_an_attack(text: str, mode: str | None, reason: str) -> None:
    modes = [row["mode"] for row in rows_of(text) if row["type_code"] == "attack"]
    assert modes == [mode], reason
