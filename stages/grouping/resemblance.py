"""Resemblance: how alike the accounts of two documents are."""

from stages.grouping.account import Account
from stages.grouping.facts import Fact
from stages.grouping.likeness import (
    ESTIMATED,
    NOTHING,
    Likeness,
    for_it,
    of_counts,
    of_days,
    of_modes,
    of_parties,
    of_persons,
    of_persons_beside,
    of_places,
    of_ranks,
    of_units,
)

CLOSE = 0.15  # cohesion from which articles are surely about one affair; in a small corpus chance reaches .11
FEW = 10  # people: three Turks may be freed twice in a week, 48 Iranians are not
# What befalls a person once: the person alone, reported in the same days, says that it is one happening.
ONCE = frozenset(("defection", "resignation", "killing", "wounding", "arrest", "abduction", "release"))
CROWDS = frozenset({"protest"})


def likeness_of(one: Account, other: Account) -> Likeness:
    """What speaks for two accounts of different documents telling of one happening."""
    is_once = one.head.type_code in ONCE
    total = (
        of_days(one.days, other.days)
        + of_places(one.places, other.places)
        + of_counts(one.counts, other.counts, slack=ESTIMATED if one.head.type_code in CROWDS else 1.0)
        + of_persons(one.persons, other.persons, is_once=is_once)
        + of_units(one.units, other.units)
        + of_ranks(one.ranks, other.ranks)
        + of_modes(one.modes, other.modes)
    )
    if total.is_ruled_out:
        return total
    if not one.persons & other.persons:
        total += of_persons_beside(one.near, other.near)
    if is_once and one.persons & other.persons:
        total += for_it(0.0, "which happens to a person once", 1)
    if any(number >= FEW for _, number in one.named_counts & other.named_counts):
        total += for_it(1.0, "so many of the same nation", 1)
    if one.head.report_id == other.head.report_id:
        return total + _of_copies(one, other)
    affair = _of_affair(one, other)
    return total + affair + _within_affair(one, other) if affair.points else total


def _of_affair(one: Account, other: Account) -> Likeness:
    """Whether the two articles are about one affair: by their words, or by little-known people whom both name.

    People are named for years: where nobody knows when the one was written or what days it tells of, they say nothing.
    """
    points, reasons = 0.0, list[str]()
    if one.head.story_id is not None and one.head.story_id == other.head.story_id:
        points += 2.0 if min(one.head.cohesion or 0.0, other.head.cohesion or 0.0) >= CLOSE else 1.0
        reasons.append("articles about one affair")
    if one.affair & other.affair and (reasons or (one.days.is_known and other.days.is_known)):
        points += 1.0
        reasons.append("articles that name the same little-known people")
    return for_it(points, ", ".join(reasons), 1) if reasons else NOTHING


def _within_affair(one: Account, other: Account) -> Likeness:
    """Of one affair: the same parties, what both lead with, or what one of them denies, may then be one event."""
    parties = of_parties((one.actors, other.actors), (one.targets, other.targets))
    total = parties
    if parties.points and not parties.grounds and one.modes & other.modes:
        total += for_it(0.0, "by or to the same", 1)
    if one.is_lead and other.is_lead:
        total += for_it(0.5, "which both lead with it", 1)
    if one.is_only and other.is_only and (parties.points or one.affair & other.affair):
        total += for_it(0.5, "which tell of no other of its kind")
    is_of_both = parties.points or one.affair & other.affair or (one.is_lead and other.is_lead)
    if one.is_denied != other.is_denied and is_of_both:
        total += for_it(0.5, "which the one tells and the other denies", 1)
    return total


def _of_copies(one: Account, other: Account) -> Likeness:
    """Accounts of two copies of one report: one if they give the same details."""
    mine, others = (sorted(map(_details, account.facts), key=repr) for account in (one, other))
    return for_it(3.0, "the same words in a copy of the report", 2) if mine == others else for_it(1.5, "a copy", 1)


def _details(fact: Fact) -> tuple[object, ...]:
    return fact.actor_text, fact.target_text, fact.count_low, fact.count_high, fact.place_id, fact.status
