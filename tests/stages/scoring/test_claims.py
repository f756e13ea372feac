from dataclasses import replace

import pytest

from stages.scoring.annotations import Article, Statement
from stages.scoring.claims import claims_of

GOLD = Statement(
    "a.txt", "arrest", 10, 90, trigger="arrested", status="asserted", actor="police", target="ten men", count_low=10
)
PAGES = {"a.txt": False, "sport.txt": True}
ARTICLE = Article("a.txt", None, ((5, 200),))


@pytest.mark.parametrize(
    ("changes", "roles", "record"),
    [
        ({}, 1, 1),
        ({"actor": "ten men", "target": "police"}, 0, 0),  # victims never become attackers
        ({"source": "a witness"}, 1, 0),
        ({"count_low": 9}, 1, 0),
        ({"status": "denied"}, 1, 0),
        ({"target": None}, 0, 0),
    ],
)
def test_what_a_claim_tells(changes: dict[str, object], roles: int, record: int) -> None:
    scores = claims_of([replace(GOLD, **changes)], [GOLD], PAGES, [ARTICLE])  # type: ignore[arg-type]
    assert (scores.roles.right, scores.record.right) == (roles, record)


def test_false_claims_are_counted_where_they_stand() -> None:
    menu = replace(GOLD, start_char=0, end_char=4)
    sport = Statement("sport.txt", "attack", 0, 50)
    elsewhere = replace(GOLD, document="unknown.txt")
    scores = claims_of([menu, sport, elsewhere], [GOLD], PAGES, [ARTICLE])
    assert scores.outside_body == 1
    assert scores.false_in == {"sport.txt": 1}
    assert scores.false_claims == [menu, sport]
    assert scores.missed_claims == [GOLD]


def test_types_are_told_apart() -> None:
    scores = claims_of([replace(GOLD, type_code="abduction")], [GOLD], PAGES, [ARTICLE])
    assert scores.detection.figure.f1 == 1.0  # one family
    assert scores.strict.figure.f1 == 0.0
    assert {name: figure.right for name, figure in scores.of_type.items()} == {"abduction": 0, "arrest": 0}
