"""Corrected events: where analysts say that two are one, or that a claim tells of another."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from stages.corrections import Correction, Corrections, written
from stages.grouping.across_documents import Happening
from stages.grouping.facts import Fact
from stages.stage import id_of

Row = dict[str, object]


@dataclass
class Telling:
    """The claims that tell of one event, each with the rule that put it there, and what analysts changed."""

    told: list[tuple[Fact, str]]
    said: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, happening: Happening) -> "Telling":
        """The claims of a happening: the first claim of a joined account carries what joined it."""
        return cls(
            [
                (fact, happening.reasons.get(account.account_id, rule) if at == 0 else rule)
                for account in happening.accounts
                for at, (fact, rule) in enumerate(zip(account.facts, account.rules, strict=True))
            ]
        )

    @property
    def facts(self) -> list[Fact]:
        """Its claims."""
        return [fact for fact, _ in self.told]

    @property
    def event_id(self) -> str:
        """Hash of the first of its claims in order of id."""
        return event_id_of(min(fact.claim_id for fact in self.facts))


def event_id_of(claim_id: str) -> str:
    """The id of an event of which that claim is the first."""
    return id_of("event", claim_id)


def corrected_events(
    tellings: Sequence[Telling], event_corrections: Corrections, row_of: Callable[[Telling], Row]
) -> tuple[list[Telling], list[Row]]:
    """The events with the merges and splits that are noted, in the order of the file, and what became of each.

    An event is known by the id that any of its claims would give it, so that a correction survives a new first claim.
    """
    kept = list(tellings)
    outcomes: list[Row] = []
    for correction in event_corrections:
        by_id = _by_id(kept)
        target = by_id.get(correction.target_id)
        if target is None:
            continue
        found = None if correction.field is None else written(row_of(target)[correction.field])
        if correction.field is not None and found != correction.expected:
            outcomes.append(correction.outcome("guard_failed", found))
            continue
        apply = _merged if correction.action == "merge" else _parted
        kept, outcome = apply(kept, target, correction, by_id)
        outcomes.append(correction.outcome(outcome, found))
    return kept, outcomes


def _by_id(tellings: Iterable[Telling]) -> Mapping[str, Telling]:
    return {event_id_of(fact.claim_id): telling for telling in tellings for fact in telling.facts}


def _merged(
    tellings: list[Telling], target: Telling, correction: Correction, by_id: Mapping[str, Telling]
) -> tuple[list[Telling], str]:
    other = by_id.get(str(correction.value))
    if other is None:
        return tellings, "unknown_value"
    if other.facts[0].type_code != target.facts[0].type_code:
        return tellings, "contradicts"
    if other is not target:
        rule = f"made one with event {correction.target_id}, {correction.whose}"
        (first, _), *rest = other.told
        target.told += [(first, rule), *rest]
        target.said += [*other.said, f"made one with event {correction.value}, {correction.whose}"]
    return [each for each in tellings if each is not other or other is target], "applied"


def _parted(
    tellings: list[Telling], target: Telling, correction: Correction, _: Mapping[str, Telling]
) -> tuple[list[Telling], str]:
    claim_ids = {claim_id.strip() for claim_id in str(correction.value).split("|")}
    parted = [fact for fact in target.facts if fact.claim_id in claim_ids]
    if len(parted) < len(claim_ids) or len(parted) == len(target.told):
        return tellings, "unknown_value"
    rule = f"parted from event {correction.target_id}, {correction.whose}"
    target.told = [(fact, why) for fact, why in target.told if fact.claim_id not in claim_ids]
    target.said.append(f"{len(parted)} of its claims parted from it, {correction.whose}")
    return [*tellings, Telling([(fact, rule) for fact in parted], [rule])], "applied"
