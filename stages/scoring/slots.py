"""How well the slots of matched statements are filled."""

from collections.abc import Callable, Iterable, Sequence

from stages.scoring.annotations import SLOTS_OF_TEXT, Statement
from stages.scoring.figures import SlotFigure
from stages.scoring.likeness import is_same

UNSURE = "status≠asserted"
Both = tuple[Statement, Statement]


def slots_of(pairs: Sequence[Both]) -> dict[str, SlotFigure]:
    """The figure of each slot, over pairs of a found and a gold statement."""
    figures = {
        "status": SlotFigure(sum(found.status == gold.status for found, gold in pairs), len(pairs)),
        UNSURE: _unsure(pairs),
        "count": _slot(pairs, lambda each: each.count, lambda found, gold: float(found.count == gold.count)),
        "ranks": _slot(pairs, lambda each: each.ranks, _ranks_shared),
        "date": _slot(pairs, lambda each: each.date, lambda found, gold: float(found.date == gold.date)),
    }
    for slot in SLOTS_OF_TEXT:
        figures[slot] = _text_slot(pairs, slot)
    return figures


def differences(found: Statement, gold: Statement) -> dict[str, tuple[object, object]]:
    """The slots that are not right, each with what was found and what gold has."""
    pairs: dict[str, tuple[object, object]] = {
        "status": (found.status, gold.status),
        "count": (found.count, gold.count),
        "ranks": (tuple(sorted(found.ranks)), tuple(sorted(gold.ranks))),
        "date": (found.date, gold.date),
    }
    wrong = {slot: pair for slot, pair in pairs.items() if pair[0] != pair[1]}
    for slot in SLOTS_OF_TEXT:
        here, there = found.text_of(slot), gold.text_of(slot)
        if not is_same(here, there):
            wrong[slot] = (here, there)
    return wrong


def whole_of(figures: dict[str, SlotFigure]) -> SlotFigure:
    """All slots together; the one that repeats a part of the status is left out."""
    counted = [figure for slot, figure in figures.items() if slot != UNSURE]
    return SlotFigure(
        sum(figure.right for figure in counted),
        sum(figure.wanted for figure in counted),
        sum(figure.filled for figure in counted),
        sum(figure.empty or 0 for figure in counted),
    )


def _slot(
    pairs: Iterable[Both],
    value_of: Callable[[Statement], object],
    right: Callable[[Statement, Statement], float],
) -> SlotFigure:
    """Right shares where gold has a value; filled ones where it has none."""
    filled = [(found, gold) for found, gold in pairs if value_of(gold)]
    empty = [found for found, gold in pairs if not value_of(gold)]
    return SlotFigure(
        round(sum(right(found, gold) for found, gold in filled), 2),
        len(filled),
        sum(bool(value_of(found)) for found in empty),
        len(empty),
    )


def _text_slot(pairs: Iterable[Both], slot: str) -> SlotFigure:
    return _slot(
        pairs,
        lambda each: each.text_of(slot),
        lambda found, gold: float(is_same(found.text_of(slot), gold.text_of(slot))),
    )


def _unsure(pairs: Iterable[Both]) -> SlotFigure:
    """The status where gold has another than asserted, and how often another is given where gold asserts."""
    unsure = [(found, gold) for found, gold in pairs if gold.status != "asserted"]
    sure = [found for found, gold in pairs if gold.status == "asserted"]
    return SlotFigure(
        sum(found.status == gold.status for found, gold in unsure),
        len(unsure),
        sum(found.status not in (None, "", "asserted") for found in sure),
        len(sure),
    )


def _ranks_shared(found: Statement, gold: Statement) -> float:
    """F1 of two sets of ranks."""
    here, there = ({rank.lower() for rank in each.ranks} for each in (found, gold))
    return 2 * len(here & there) / (len(here) + len(there))
