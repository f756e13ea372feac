"""Accounts: the claims of one document that tell of one happening."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from spacy.lang.en.stop_words import STOP_WORDS

from stages.facts import Fact
from stages.gazetteer import Place
from stages.likeness import (
    NOTHING,
    Days,
    Likeness,
    Range,
    counts_contradict,
    of_counts,
    of_days,
    of_parties,
    of_persons,
    of_places,
)
from stages.spelling import folded

ENOUGH = 1.0  # points that put a claim to an earlier one of its document
LEAD_CHARS = 200  # from the first trigger of the body: its first sentence or two
REACH = 40  # accounts or claims of one type in one document that are compared: no article tells more, a log file may
OF_HEADLINE = 0.3  # the headline's event is the likeliest: less will do
REFERRING = re.compile(
    r"they|he|she|the (?:men|soldiers|officers|defectors|deserters|troops|group|pair)", re.IGNORECASE
)


@dataclass
class Account:
    """Facts of one type and one document, each with the rule by which it was put to the others; frozen once made."""

    facts: list[Fact]
    rules: list[str] = field(default_factory=lambda: ["first told here"])
    is_lead: bool = False  # whether the document leads with it
    is_only: bool = False  # whether the document tells of no other of its type

    @property
    def account_id(self) -> str:
        """The first of its claims, in order of id."""
        return min(fact.claim_id for fact in self.facts)

    @property
    def head(self) -> Fact:
        """The claim told first."""
        return self.facts[0]

    @cached_property
    def persons(self) -> frozenset[str]:
        """Persons named as doing or suffering it."""
        return frozenset().union(*(fact.person_ids for fact in self.facts))

    @cached_property
    def places(self) -> list[Place]:
        """Its places; countries only when nothing narrower is named."""
        places = {fact.place.place_id: fact.place for fact in self.facts if fact.place is not None}
        narrow = [place for place in places.values() if place.kind != "country"]
        return narrow or list(places.values())

    @cached_property
    def counts(self) -> list[Range]:
        """The numbers it gives."""
        return sorted({(fact.count_low, fact.count_high) for fact in self.facts if fact.is_counted}, key=repr)

    @cached_property
    def units(self) -> frozenset[str]:
        """Military units named beside it."""
        return frozenset().union(*(fact.unit_ids for fact in self.facts))

    @cached_property
    def near(self) -> frozenset[str]:
        """Persons named beside it, in whatever part."""
        return frozenset().union(*(fact.near_ids for fact in self.facts))

    @cached_property
    def affair(self) -> frozenset[str]:
        """Little-known persons and units named anywhere in its document."""
        return self.head.affair_ids

    @cached_property
    def is_denied(self) -> bool:
        """Whether the text below the headline mostly denies it."""
        told = [fact.status == "denied" for fact in self.facts if not fact.is_headline]
        return bool(told) and 2 * sum(told) >= len(told)

    @cached_property
    def modes(self) -> frozenset[str]:
        """The ways in which it was done."""
        return frozenset(fact.mode for fact in self.facts if fact.mode)

    @cached_property
    def actors(self) -> frozenset[str]:
        """The words for who does it, without function words."""
        return _content(fact.actor_text for fact in self.facts)

    @cached_property
    def targets(self) -> frozenset[str]:
        """The words for whom it is done to, without function words."""
        return _content(fact.target_text for fact in self.facts)

    @cached_property
    def ranks(self) -> frozenset[str]:
        """Ranks named."""
        return frozenset().union(*(fact.rank_codes for fact in self.facts))

    @cached_property
    def days(self) -> Days:
        """The narrowest range of days that it gives."""
        ranges = [(fact.date_low, fact.date_high) for fact in self.facts if fact.date_low and fact.date_high]
        low, high = min(ranges, key=lambda days: (days[1] - days[0], days[0]), default=(None, None))
        return Days(low, high, self.head.published_on)


def _content(texts: Iterable[str | None]) -> frozenset[str]:
    return frozenset(word for text in texts if text for word in folded(text).split() if word not in STOP_WORDS)


def accounts_in(facts: Iterable[Fact]) -> Iterator[Account]:
    """The accounts of `facts`, which are in order of document and trigger."""
    documents: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        documents[fact.document_id].append(fact)
    for document_id in sorted(documents):
        told = documents[document_id]
        first = next((fact for fact in told if not fact.is_headline), told[0]).trigger_raw_start_char
        lead = {fact.claim_id for fact in told if fact.is_headline or fact.trigger_raw_start_char - first < LEAD_CHARS}
        for type_code in sorted({fact.type_code for fact in told}):
            accounts = _accounts_of([fact for fact in told if fact.type_code == type_code])
            for account in accounts:
                account.is_lead = any(fact.claim_id in lead for fact in account.facts)
                account.is_only = len(accounts) == 1
                yield account


def _accounts_of(facts: Sequence[Fact]) -> list[Account]:
    """The accounts of one type in one document: claims that give details first, bare ones beside them."""
    accounts: list[Account] = []
    for fact in facts:
        if fact.is_bare and not (accounts and _refers_back(fact)):
            continue
        near = range(max(0, len(accounts) - REACH), len(accounts))
        fits = [(likeness, at) for at in near if (likeness := _fit(fact, accounts[at])) is not None]
        if accounts and _refers_back(fact) and not _contradicts(fact, accounts[-1]):
            accounts[-1].facts.append(fact)
            accounts[-1].rules.append(f"in the same document: {fact.actor_text} are those named before")
        elif fits:
            likeness, at = max(fits, key=lambda fit: (fit[0].points, -fit[1]))
            accounts[at].facts.append(fact)
            accounts[at].rules.append("in the same document: " + "; ".join(likeness.reasons))
        else:
            accounts.append(Account([fact]))
    told = {fact.claim_id for account in accounts for fact in account.facts}
    bare = [fact for fact in facts if fact.claim_id not in told]
    if len(accounts) == 1:
        accounts[0].facts += bare
        accounts[0].rules += ["in the same document, which tells of one such event; no details"] * len(bare)
        return accounts
    headlines = [fact for fact in bare if fact.is_headline and accounts and not _contradicts(fact, accounts[0])]
    for fact in headlines:
        accounts[0].facts.append(fact)
        accounts[0].rules.append("in the headline, which tells of what the text tells first")
    bare = [fact for fact in bare if fact not in headlines]
    if bare:
        rules = ["first told here", *["in the same document, without details"] * (len(bare) - 1)]
        accounts.append(Account(bare, rules))
    return accounts


def _refers_back(fact: Fact) -> bool:
    """Whether it tells more of those named before: "the men had served in Homs"; with a number or place it may not."""
    is_vague = not fact.is_counted and fact.place_id is None and fact.date_low is None
    return is_vague and fact.actor_text is not None and REFERRING.fullmatch(fact.actor_text.strip()) is not None


def _contradicts(fact: Fact, account: Account) -> bool:
    return any(_within_document(fact, known).is_ruled_out for known in _outermost(account.facts))


def _outermost(facts: Sequence[Fact]) -> Sequence[Fact]:
    """The first and the last of many."""
    return facts if len(facts) <= 2 * REACH else [*facts[:REACH], *facts[-REACH:]]


def _fit(fact: Fact, account: Account) -> Likeness | None:
    """How well a claim fits an account of its document; null when anything contradicts or too little speaks for it."""
    likenesses = [_within_document(fact, known) for known in _outermost(account.facts)]
    if any(likeness.is_ruled_out for likeness in likenesses):
        return None
    best = max(likenesses, key=lambda likeness: likeness.points)
    least = OF_HEADLINE if account.head.is_headline else ENOUGH
    return best if best.points >= least else None


def _within_document(one: Fact, other: Fact) -> Likeness:
    """Two claims of one document: a document that gives two numbers tells of two events, its headline aside."""
    days = NOTHING
    if one.date_low and other.date_low:
        days = of_days(Days(one.date_low, one.date_high, None), Days(other.date_low, other.date_high, None))
    mine, others = _counts(one), _counts(other)
    has_headline = one.is_headline or other.is_headline
    numbers = of_counts(mine, others)
    total = (
        of_persons(one.person_ids, other.person_ids, is_once=True)
        + of_places([one.place] if one.place else [], [other.place] if other.place else [])
        + (NOTHING if has_headline and numbers.points < 0 else numbers)  # a headline rounds, or counts the leader only
        + of_parties(*((_content([left]), _content([right])) for left, right in _parties(one, other)))
        + days
    )
    if not has_headline:
        total += counts_contradict(mine, others)
    return total


def _parties(one: Fact, other: Fact) -> list[tuple[str | None, str | None]]:
    return [(one.actor_text, other.actor_text), (one.target_text, other.target_text)]


def _counts(fact: Fact) -> list[Range]:
    return [(fact.count_low, fact.count_high)] if fact.is_counted else []
