"""An account: what one document tells of one happening."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from spacy.lang.en.stop_words import STOP_WORDS

from stages.grouping.facts import Fact
from stages.grouping.likeness import Days, Range
from stages.naming.gazetteer import Place
from stages.naming.spelling import folded


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
    def named_counts(self) -> frozenset[tuple[str, int]]:
        """Whom it counts by nation, with exact numbers: 48 Iranians."""
        return frozenset(
            (nation, fact.count_low)
            for fact in self.facts
            if fact.count_low is not None and fact.count_low == fact.count_high and len(fact.nations) == 1
            for nation in fact.nations
        )

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
        return content_of(fact.actor_text for fact in self.facts)

    @cached_property
    def targets(self) -> frozenset[str]:
        """The words for whom it is done to, without function words."""
        return content_of(fact.target_text for fact in self.facts)

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


def content_of(texts: Iterable[str | None]) -> frozenset[str]:
    """The words of some texts, folded, without function words."""
    return frozenset(word for text in texts if text for word in folded(text).split() if word not in STOP_WORDS)
