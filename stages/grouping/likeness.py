"""Likeness: what speaks for two reports telling of one happening, and what speaks against."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from stages.naming.gazetteer import Place

NARROW = 3  # days: a range that settles when it happened
WIDE = 31  # days: a range that says little
REPORTED_WITHIN = 3  # days between two undated reports of one happening
MANY = 10**6
FAR_APART = 7
COMPOUNDED = 5  # letters of a word that may be the second part of another
MANYFOLD = 10.0  # a ratio: "at least 13" and "hundreds of thousands" are two numbers
NEARLY, APART = 1.5, 3.0  # ratios of numbers: 30 and 40 are often one happening told twice, 10 and 400 seldom
ESTIMATED = 3.0  # how many times as far apart guesses of one crowd may be: nobody counts it, each side has its own


class Likeness(NamedTuple):
    """Points for and against, what gave them, and whether something rules the two out as one."""

    points: float
    reasons: tuple[str, ...]
    grounds: int  # how many of person, day, place, number and unit speak for it on their own
    is_ruled_out: bool

    def __add__(self, other: object) -> "Likeness":
        if not isinstance(other, Likeness):
            return NotImplemented
        return Likeness(
            self.points + other.points,
            self.reasons + other.reasons,
            self.grounds + other.grounds,
            self.is_ruled_out or other.is_ruled_out,
        )


NOTHING = Likeness(0.0, (), 0, False)


def for_it(points: float, reason: str, grounds: int = 0) -> Likeness:
    """Points with their reason."""
    return Likeness(points, (reason,), grounds, False)


def against(points: float, reason: str) -> Likeness:
    """Points against, with their reason."""
    return Likeness(-points, (reason,), 0, False)


def ruled_out(reason: str) -> Likeness:
    """What cannot be one happening."""
    return Likeness(-9.0, (reason,), 0, True)


def of_persons(one: frozenset[str], other: frozenset[str], *, is_once: bool) -> Likeness:
    """The same person, or only others, named as doing or suffering it; `is_once`: what one person does or suffers."""
    if one & other:
        return for_it(4.0, "the same person named", 1)
    if not (one and other):
        return NOTHING
    return ruled_out("other persons named") if is_once else against(1.0, "other persons named")


def of_persons_beside(one: frozenset[str], other: frozenset[str]) -> Likeness:
    """The same person in both sentences, in whatever part: who led them, who was freed with them."""
    return for_it(1.5, "the same person in the sentence", 1) if one & other else NOTHING


class Days(NamedTuple):
    """When it happened, and when it was reported."""

    low: date | None
    high: date | None
    published_on: date | None

    @property
    def width(self) -> int:
        """The days of the range; very many where an end is unknown."""
        return (self.high - self.low).days + 1 if self.low and self.high else MANY

    @property
    def is_known(self) -> bool:
        """Whether anything says when: days of its own, or the day of the report."""
        return self.published_on is not None or self.width < MANY


def of_days(one: Days, other: Days) -> Likeness:
    """Ranges that overlap, touch or lie apart; days of publication where a range is missing."""
    if one.low and one.high and other.low and other.high:
        gap = (max(one.low, other.low) - min(one.high, other.high)).days
        width = max(one.width, other.width)
        if gap > 1 or width <= WIDE:
            return _of_gap(gap, width)
    known = [days.low if days.width <= WIDE else days.published_on for days in (one, other)]
    if known[0] is None or known[1] is None:
        return NOTHING
    apart = abs((known[0] - known[1]).days)
    if apart <= REPORTED_WITHIN:
        return for_it(1.0, "reported within days of each other")
    return against(3.0, f"reported {apart} days apart") if apart > FAR_APART else NOTHING


def _of_gap(gap: int, width: int) -> Likeness:
    """Two ranges so many days apart (none or fewer: they overlap), the wider of so many days."""
    if gap > 1:
        return ruled_out(f"{gap} days apart")
    if gap == 1:
        return for_it(0.5, "days that touch") if width <= NARROW else NOTHING
    if width <= NARROW:
        return for_it(2.0, "the same day" if width == 1 else "the same days", 1)
    return for_it(0.5, "ranges of days that overlap") if width <= WIDE else NOTHING


def of_places(one: Iterable[Place], other: Iterable[Place]) -> Likeness:
    """The same place, one within the other, or others; a country alone says little."""
    pairs = [(left, right) for left in one for right in other]
    if not pairs:
        return NOTHING
    return max((_of_two(left, right) for left, right in pairs), key=lambda likeness: likeness.points)


def _of_two(one: Place, other: Place) -> Likeness:
    if one.place_id == other.place_id:
        if one.kind == "country":
            return for_it(0.5, f"the same country, {one.name}")
        return for_it(2.0, f"the same place, {one.name}", 1)
    wide, narrow = (one, other) if one.place_id in other.container_ids else (other, one)
    if wide.place_id in narrow.container_ids:
        is_telling = wide.kind != "country"
        return for_it(1.5 if is_telling else 0.3, f"{narrow.name} is in {wide.name}", int(is_telling))
    if one.province_id is None or one.province_id != other.province_id:
        return ruled_out(f"{one.name} is not {other.name}")
    if one.is_namesake or other.is_namesake:
        return for_it(1.0, f"{one.name} and {other.name}, one of which may mean the province of both", 1)
    return against(1.5, f"{one.name} and {other.name} lie in one province")


Range = tuple[int | None, int | None]


def of_counts(one: Iterable[Range], other: Iterable[Range], *, slack: float = 1.0) -> Likeness:
    """The nearest pair of numbers decides: equal, overlapping, near or far apart, `slack` times as far as is usual."""
    pairs = [(left, right) for left in one for right in other]
    if not pairs:
        return NOTHING
    return max((_of_ranges(left, right, slack) for left, right in pairs), key=lambda likeness: likeness.points)


def _of_ranges(one: Range, other: Range, slack: float) -> Likeness:
    if one == other:
        is_telling = max(one[0] or 0, one[1] or 0) > 2
        return for_it(1.5 if is_telling else 0.3, f"the same number, {_words(one)}", int(is_telling))
    low = max(one[0] or 0, other[0] or 0)
    high = min(_high(one), _high(other))
    if low <= high:
        if _gap(one, other) > APART * slack:
            return against(1.0, f"numbers that hardly overlap, {_words(one)} and {_words(other)}")
        return for_it(1.0, "numbers that overlap")
    ratio = low / max(high, 1)
    words = f"{_words(one)} and {_words(other)}"
    if ratio <= NEARLY * slack or low - high <= 1:
        return for_it(0.0, f"numbers that are near, {words}")
    if ratio <= APART * slack:
        return against(1.0, f"numbers that differ, {words}")
    return against(3.0, f"far numbers, {words}")


def _gap(one: Range, other: Range) -> float:
    """How far apart the known ends of two ranges are, as a ratio: nobody says "at least 13" of a thousand."""
    pairs = ((one[0] or one[1], other[0] or other[1]), (one[1] or one[0], other[1] or other[0]))
    known = [(left, right) for left, right in pairs if left and right]
    return min((max(left, right) / min(left, right) for left, right in known), default=1.0)  # nought is near to nought


def counts_contradict(one: Iterable[Range], other: Iterable[Range]) -> Likeness:
    """Rules out what gives two numbers of which neither allows the other, or two that are open: over 60, over 14."""
    if any(_two_numbers(left, right) for left in one for right in other):
        return ruled_out("two numbers in one document")
    return NOTHING


def _two_numbers(one: Range, other: Range) -> bool:
    both_open = one[1] is None and other[1] is None
    return (
        (both_open and one != other)
        or _gap(one, other) > MANYFOLD
        or max(one[0] or 0, other[0] or 0) > min(_high(one), _high(other))
    )


def _high(one: Range) -> float:
    return float("inf") if one[1] is None else float(one[1])


def _words(one: Range) -> str:
    low, high = one
    return str(low) if low == high else f"{low if low is not None else ''}–{high if high is not None else ''}"


def of_units(one: frozenset[str], other: frozenset[str]) -> Likeness:
    """The same military unit."""
    return for_it(2.0, "the same unit named", 1) if one & other else NOTHING


def of_ranks(one: frozenset[str], other: frozenset[str]) -> Likeness:
    """Ranks in common."""
    return for_it(0.3, "the same rank") if one & other else NOTHING


def of_parties(
    actors: tuple[frozenset[str], frozenset[str]], targets: tuple[frozenset[str], frozenset[str]]
) -> Likeness:
    """Words that two accounts have in common for who did it, and for whom it was done to."""
    found = [share_a_word(one, other) for one, other in (actors, targets)]
    if all(found):
        return for_it(1.0, "the same words for actor and target", 1)
    return for_it(0.5, "the same words for actor or target") if any(found) else NOTHING


def share_a_word(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a word of the one is a word of the other, or ends one: girls and schoolgirls."""
    if one & other:
        return True
    pairs = ((left, right) for left in one for right in other)
    return any(
        len(left) != len(right) and min(len(left), len(right)) >= COMPOUNDED and _ends(left, right)
        for left, right in pairs
    )


def _ends(left: str, right: str) -> bool:
    return left.endswith(right) or right.endswith(left)


def of_modes(one: frozenset[str], other: frozenset[str]) -> Likeness:
    """How it was done: an execution, an air strike."""
    return for_it(0.5, "done in the same way") if one & other else NOTHING
