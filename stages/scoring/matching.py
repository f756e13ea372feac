"""Which statement of the pipeline stands for which of the gold: greedy, one to one."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from stages.scoring.annotations import SLOTS_OF_TEXT, Statement
from stages.scoring.figures import Figure
from stages.scoring.likeness import likeness, trigger_likeness

# Types that people and programs take for one another: a pair of one family is the same statement, of another type.
FAMILIES = (
    {"attack", "clash", "killing", "siege", "torture", "wounding"},
    {"strike", "riot", "protest"},
    {"abduction", "arrest"},
    {"defection", "resignation"},
    {"agreement", "ceasefire", "talks"},
    {"accusation", "appeal", "sanction", "threat"},
)
FAMILY_OF = {type_code: number for number, family in enumerate(FAMILIES) for type_code in family}
LEAST_SHARED = 0.5  # of the shorter sentence

Order = tuple[int, int, int, float, float, int, int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """A statement of the pipeline and the gold statement it stands for, by their positions."""

    found: int
    wanted: int


@dataclass(frozen=True, slots=True)
class Matched:
    """The pairs with statements that gold asks for, those with doubtful ones, and the figure that follows."""

    pairs: tuple[Pair, ...]
    doubtful: tuple[Pair, ...]
    figure: Figure


def matched(found: Sequence[Statement], wanted: Sequence[Statement], *, is_strict: bool) -> Matched:
    """Pair statements off; strictly, only those of the same type. A pair with a doubtful one counts nowhere."""
    pairs = paired(found, wanted, is_strict=is_strict)
    required = tuple(pair for pair in pairs if not wanted[pair.wanted].is_optional)
    doubtful = tuple(pair for pair in pairs if wanted[pair.wanted].is_optional)
    asked = sum(not statement.is_optional for statement in wanted)
    return Matched(required, doubtful, Figure(len(required), len(found) - len(doubtful), asked))


def paired(found: Sequence[Statement], wanted: Sequence[Statement], *, is_strict: bool) -> list[Pair]:
    """Pairs in the order: same type, same trigger, required, most agreeing slots, most overlap."""
    in_document = defaultdict(list)
    for position, statement in enumerate(wanted):
        in_document[statement.document].append(position)
    candidates = [
        order
        for at, statement in enumerate(found)
        for position in in_document[statement.document]
        if (order := _order_of(at, statement, position, wanted[position], is_strict)) is not None
    ]
    used_found, used_wanted, pairs = set(), set(), []
    for *_, at, position in sorted(candidates):
        if at not in used_found and position not in used_wanted:
            used_found.add(at)
            used_wanted.add(position)
            pairs.append(Pair(at, position))
    return pairs


def _order_of(at: int, found: Statement, position: int, wanted: Statement, is_strict: bool) -> Order | None:
    """Where a pair stands in the queue; null when the two cannot be the same statement."""
    is_same_type = found.type_code == wanted.type_code
    if not is_same_type and (is_strict or not is_family(found.type_code, wanted.type_code)):
        return None
    shared = shared_part(found, wanted)
    if shared < LEAST_SHARED:
        return None
    return (
        -int(is_same_type),
        -trigger_likeness(found.trigger, wanted.trigger),
        int(wanted.is_optional),
        -agreement(found, wanted),
        -shared,
        abs(found.start_char - wanted.start_char),
        at,
        position,
    )


def is_family(type_code: str, other: str) -> bool:
    """Whether two types are of one family."""
    return type_code in FAMILY_OF and FAMILY_OF[type_code] == FAMILY_OF.get(other)


def shared_part(found: Statement, wanted: Statement) -> float:
    """The share of the shorter sentence that both cover, at the best of the gold's places."""
    length = found.end_char - found.start_char
    return max(
        max(0, min(found.end_char, end) - max(found.start_char, start)) / max(1, min(length, end - start))
        for start, end in wanted.spans
    )


def agreement(found: Statement, wanted: Statement) -> float:
    """How many slots agree: shares of words, one for the count, half for the status."""
    total = 0.0
    for slot in SLOTS_OF_TEXT:
        here, there = found.text_of(slot), wanted.text_of(slot)
        if here and there:
            total += likeness(here, there)
    if wanted.count is not None and found.count == wanted.count:
        total += 1
    if found.status == wanted.status:
        total += 0.5
    return total
