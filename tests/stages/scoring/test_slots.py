from dataclasses import replace

import pytest

from stages.scoring.annotations import Statement
from stages.scoring.figures import SlotFigure
from stages.scoring.slots import differences, slots_of, whole_of

GOLD = Statement("a.txt", "defection", 0, 100, status="denied", actor="two colonels", ranks=("colonel",), count_low=2)
EMPTY = Statement("a.txt", "defection", 0, 100, status="asserted")


@pytest.mark.parametrize(
    ("gold", "found", "slot", "figure"),
    [
        (GOLD, GOLD, "actor", SlotFigure(1, 1, 0, 0)),
        (GOLD, replace(GOLD, actor="rebels"), "actor", SlotFigure(0, 1, 0, 0)),
        (GOLD, replace(GOLD, actor=None), "actor", SlotFigure(0, 1, 0, 0)),
        (EMPTY, replace(EMPTY, actor="rebels"), "actor", SlotFigure(0, 0, 1, 1)),  # filled though empty in gold
        (GOLD, replace(GOLD, count_high=2), "count", SlotFigure(0, 1, 0, 0)),  # "at least two" is not two
        (GOLD, replace(GOLD, ranks=("colonel", "general")), "ranks", SlotFigure(0.67, 1, 0, 0)),  # F1 of the sets
        (replace(EMPTY, date="2012-06"), replace(EMPTY, date="2012-06-01"), "date", SlotFigure(0, 1, 0, 0)),
        (GOLD, replace(GOLD, status="asserted"), "status≠asserted", SlotFigure(0, 1, 0, 0)),
        (EMPTY, replace(EMPTY, status="possible"), "status≠asserted", SlotFigure(0, 0, 1, 1)),
    ],
)
def test_a_slot(gold: Statement, found: Statement, slot: str, figure: SlotFigure) -> None:
    assert slots_of([(found, gold)])[slot] == figure


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({}, {}),
        ({"actor": "both colonels"}, {}),  # the same enough
        ({"actor": None}, {"actor": (None, "two colonels")}),
        ({"status": "asserted", "place": "Homs"}, {"status": ("asserted", "denied"), "place": ("Homs", None)}),
    ],
)
def test_what_differs(changes: dict[str, str], wrong: dict[str, tuple[object, object]]) -> None:
    assert differences(replace(GOLD, **changes), GOLD) == wrong  # type: ignore[arg-type]


def test_all_slots_together_count_the_status_once() -> None:
    whole = whole_of(slots_of([(GOLD, GOLD)]))
    assert (whole.right, whole.wanted) == (4, 4)  # status, count, ranks, actor
    assert whole.accuracy == 1.0
    assert whole.false_fill == 0.0
