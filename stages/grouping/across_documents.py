"""Grouping: accounts of many documents become happenings, by blocks of place and day, person, number or report."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from stages.grouping.account import Account
from stages.grouping.likeness import NARROW, REPORTED_WITHIN, Likeness
from stages.grouping.resemblance import likeness_of

ENOUGH = 3.0  # points; on the gold groups 2 merges separate raids and 4 splits reports that disagree on the day
GROUNDS = 2  # of person, day, place, number and unit: one alone is no identity
LARGEST_BLOCK = 60  # accounts compared all with all; in a larger block each is compared with its next ones in order
Key = tuple[object, ...]


@dataclass(slots=True)
class Happening:
    """Accounts that tell of one happening, and for each but the first what joined it."""

    accounts: list[Account]
    reasons: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """Two accounts that may be joined, by their positions."""

    likeness: Likeness
    one: int
    other: int


def happenings_in(accounts: Sequence[Account]) -> list[Happening]:
    """The happenings behind the accounts, whatever their order: the surest pairs are joined first.

    Two groups are joined only if no account of one is ruled out by a account of the other.
    """
    ordered = sorted(accounts, key=lambda account: account.account_id)
    group_of = list(range(len(ordered)))
    members = {at: [at] for at in group_of}
    joints: dict[int, list[Edge]] = defaultdict(list)
    for edge in sorted(_edges(ordered), key=lambda edge: (-edge.likeness.points, edge.one, edge.other)):
        one, other = group_of[edge.one], group_of[edge.other]
        if one == other or _contradict(ordered, members[one], members[other]):
            continue
        kept, joined = sorted((one, other))
        for at in members[joined]:
            group_of[at] = kept
        members[kept] += members.pop(joined)
        joints[edge.one].append(edge)
        joints[edge.other].append(edge)
    return [
        Happening([ordered[at] for at in sorted(group)], _reasons(ordered, min(group), joints))
        for _, group in sorted(members.items())
    ]


def _reasons(accounts: Sequence[Account], first: int, joints: Mapping[int, Sequence[Edge]]) -> dict[str, str]:
    """What joined each account of a group to one nearer to its first."""
    reasons: dict[str, str] = {}
    reached, seen = [first], {first}
    for told in reached:
        for edge in joints.get(told, ()):
            teller = edge.other if edge.one == told else edge.one
            if teller not in seen:
                seen.add(teller)
                reached.append(teller)
                reasons[accounts[teller].account_id] = _reason(edge.likeness, accounts[told])
    return reasons


def _reason(likeness: Likeness, told: Account) -> str:
    return f"with claim {told.head.claim_id} ({likeness.points:.1f}): " + "; ".join(likeness.reasons)


def _contradict(accounts: Sequence[Account], one: Sequence[int], other: Sequence[int]) -> bool:
    return any(
        likeness_of(accounts[left], accounts[right]).is_ruled_out
        for left in one
        for right in other
        if accounts[left].head.document_id != accounts[right].head.document_id
    ) or bool({accounts[at].head.document_id for at in one} & {accounts[at].head.document_id for at in other})


def _edges(accounts: Sequence[Account]) -> Iterator[Edge]:
    blocks: dict[Key, list[int]] = defaultdict(list)
    for at, account in enumerate(accounts):
        for key in _keys(account):
            blocks[key].append(at)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        for one, other in _pairs(block):
            if (one, other) in seen or accounts[one].head.document_id == accounts[other].head.document_id:
                continue
            seen.add((one, other))
            likeness = likeness_of(accounts[one], accounts[other])
            if likeness.points >= ENOUGH and likeness.grounds >= GROUNDS and not likeness.is_ruled_out:
                yield Edge(likeness, one, other)


def _pairs(block: Sequence[int]) -> Iterator[tuple[int, int]]:
    """All pairs of a block; in a large one those that are near in order of id, so that work grows with its size."""
    for at, one in enumerate(block):
        for other in block[at + 1 : at + 1 + LARGEST_BLOCK]:
            yield one, other


def _keys(account: Account) -> Iterator[Key]:
    """The blocks a account is sought in."""
    type_code = account.head.type_code
    yield type_code, "report", account.head.report_id
    if account.head.story_id is not None:
        yield type_code, "story", account.head.story_id
    for name in account.persons | account.near | account.units:
        yield type_code, "name", name
    for name in account.affair:
        yield type_code, "affair", name
    provinces = {place.province_id or place.place_id for place in account.places if place.kind != "country"}
    numbers = {low for low, high in account.counts if low == high and low is not None and low > 2}
    for day in _days(account):
        for province in provinces:
            yield type_code, "place", province, day
        for number in numbers:
            yield type_code, "number", number, day


def _days(account: Account) -> list[int]:
    """The days it is sought on, as ordinals: its own with one on each side, or those before its report."""
    low, high, published_on = account.days
    if low is not None and high is not None and (high - low).days < NARROW:
        first, last = low - timedelta(days=1), high + timedelta(days=1)
    elif published_on is not None:
        first, last = published_on - timedelta(days=REPORTED_WITHIN), published_on
    else:
        return []
    return list(range(first.toordinal(), last.toordinal() + 1))
