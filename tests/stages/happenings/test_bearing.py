"""Bearing: pages on other things claim nothing by figures of speech, and news of conflict is heard in full."""

import pytest

import seeds
from stages.happenings.bearing import is_private, is_quiet
from stages.words.vocab import SEEDS, Vocab
from tests.stages.parsed import untagged

COOKING = (
    "Attack the dough with both fists until it surrenders. The cold butter will kill the rise, so release it late. "
    "My aunt captured the taste of her village in one pie, and the whole table rioted for more."
)
MARKETS = (
    "Copper defected from the rally on Tuesday and two funds deserted the sector. Traders fired off sell orders, and "
    "the index was shot down before it could storm the barrier at 900."
)
RAID = (
    "Soldiers raided the village before dawn and detained nine men, residents said. The army called it a search for "
    "weapons; rebels said two fighters were killed near the checkpoint."
)
DECREE = "The president dismissed the interior minister and ordered the governor to lift the curfew, officials said."


VOCAB = Vocab.of({name: seeds.load(name) for name in SEEDS})


@pytest.mark.parametrize(
    ("text", "quiet"),
    [
        (COOKING, True),
        (MARKETS, True),
        (RAID, False),
        (DECREE, False),  # politics without a shot
        (COOKING * 3 + RAID, False),  # one paragraph of war in a long letter from home
        ("", True),
    ],
)
def test_what_a_document_speaks_of(text: str, quiet: bool) -> None:
    assert is_quiet(untagged(text), VOCAB) is quiet


MERGER = (
    "The chip maker rejected the bid and accused its rival of bad faith. Its rival called on shareholders to back the "
    "offer, and two funds agreed to sell. The chairman threatened to resign."
)


@pytest.mark.parametrize(
    ("text", "private"),
    [
        (MERGER, True),
        (COOKING, True),
        (RAID, False),
        (DECREE, False),
        ("France and Chile agreed to open talks, and Peru welcomed the step.", False),  # states, and nobody in arms
        ("Republicans accused the candidate of lying to voters.", False),
    ],
)
def test_whose_matters_a_document_is_on(text: str, private: bool) -> None:
    assert is_private(untagged(text), VOCAB) is private
