"""Accidents: a report of a crash tells of no killing, a report of a crash that somebody meant does."""

import pytest

from stages.happenings.accidents import is_of_accident
from tests.stages.parsed import untagged

FERRY = (
    "The ferry capsized at noon after a collision with a barge. Twelve passengers died and forty were hurt in the "
    "accident, the harbour police said. The cause of the collision is not known."
)
RAMMED = (
    "A man rammed a stolen bus into a market and killed nine people before it crashed and overturned. The attacker was "
    "shot. The crash was an attack, the police said, and called the crash site a scene of terror."
)
HARVEST = "The harvest was good this year, and the mills work day and night. A tractor was hurt in a small accident."


@pytest.mark.parametrize(
    ("text", "expected"),
    [(FERRY, True), (RAMMED, False), (HARVEST, False), (FERRY + RAMMED * 2, False), ("", False)],
)
def test_what_a_report_is_of(text: str, expected: bool) -> None:
    assert is_of_accident(untagged(text)) is expected
