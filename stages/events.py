"""Events: one row a happening, merged from the claims that tell of it, with their disagreements kept."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

import pyarrow as pa

from schemas.corrections import EVENT_OUTCOMES
from schemas.events import EVENT_CLAIMS, EVENTS
from stages.corrections import Corrections
from stages.grouping.accounts import accounts_in
from stages.grouping.across_documents import happenings_in
from stages.grouping.corrected_events import Telling, corrected_events
from stages.grouping.facts import Fact, facts_in
from stages.grouping.summaries import summary_of
from stages.naming.gazetteer import Gazetteer
from stages.naming.spelling import folded
from stages.stage import Made

Row = dict[str, object]
STRENGTH = ("asserted", "unconfirmed", "possible", "planned", "denied")  # the strongest first; a denial never is
EXACTNESS = {"point": 0, "city": 1, "province": 2, "country": 3}


def group_claims(claim_facts: pa.Table, *, gazetteer: Gazetteer, event_corrections: Corrections) -> Made:
    """`events`, with `event_claims` and `event_outcomes`: every claim of `claim_facts` is in one event.

    The order of the rows changes nothing. `claim_facts` holds current documents only and no running totals, which are
    not one event's.
    """
    grouped = [
        Telling.of(happening) for happening in happenings_in(list(accounts_in(facts_in(claim_facts, gazetteer))))
    ]
    tellings, outcomes = corrected_events(grouped, event_corrections, _event)
    events = [_event(telling) for telling in tellings]
    links: list[Row] = [
        {"event_id": telling.event_id, "claim_id": fact.claim_id, "rule": rule}
        for telling in tellings
        for fact, rule in telling.told
    ]
    return Made(
        EVENTS.of(sorted(events, key=lambda row: str(row["event_id"]))),
        also={
            "event_claims": EVENT_CLAIMS.of(sorted(links, key=lambda row: str(row["claim_id"]))),
            "event_outcomes": EVENT_OUTCOMES.of(outcomes),
        },
    )


def _event(telling: Telling) -> Row:
    facts = telling.facts
    statuses = sorted((fact.status for fact in facts), key=STRENGTH.index)
    row: Row = {
        "event_id": telling.event_id,
        "type_code": facts[0].type_code,
        "status": statuses[0],
        "weakest_status": statuses[-1],
        "denial_count": statuses.count("denied"),
        "claim_count": len(facts),
        "document_count": len({fact.document_id for fact in facts}),
        "outlet_count": independent_outlets(facts),
        "first_reported_on": min((fact.published_on for fact in facts if fact.published_on), default=None),
        **_days(facts),
        **_place(facts),
        **_counts(facts),
    }
    return {**row, "summary": summary_of(row, facts), "corrected": telling.said or None}


def _days(facts: Sequence[Fact]) -> Row:
    """The days on which all agree; where they do not, the span of all."""
    ranges = [(fact.date_low, fact.date_high) for fact in facts if fact.date_low and fact.date_high]
    if not ranges:
        return {
            "date_low": _only(fact.date_low for fact in facts),
            "date_high": _only(fact.date_high for fact in facts),
        }
    low, high = max(low for low, _ in ranges), min(high for _, high in ranges)
    if low > high:
        low, high = min(low for low, _ in ranges), max(high for _, high in ranges)
    return {"date_low": low, "date_high": high}


def _only(days: Iterable[date | None]) -> date | None:
    known = {day for day in days if day is not None}
    return known.pop() if len(known) == 1 else None


def _place(facts: Sequence[Fact]) -> Row:
    """The most exact place named, of those the one named most."""
    placed = [fact for fact in facts if fact.place is not None]
    if not placed:
        texts = sorted(Counter(fact.place_text for fact in facts if fact.place_text).items(), key=_commonest)
        return {"place_id": None, "place_text": texts[0][0] if texts else None}
    votes = Counter(str(fact.place_id) for fact in placed)
    best = min(
        placed,
        key=lambda fact: (
            EXACTNESS.get(str(fact.place.precision if fact.place else None), 4), -votes[str(fact.place_id)],
            str(fact.place_id), fact.claim_id,
        ),
    )  # fmt: skip
    return {"place_id": best.place_id, "place_text": best.place_text}


def _commonest(pair: tuple[str, int]) -> tuple[int, str]:
    return -pair[1], pair[0]


def _counts(facts: Sequence[Fact]) -> Row:
    """The span of all numbers, open where one of them is, and whether one number would fit them all.

    A headline's number counts where its article gives no other: headlines round, and count the leader only. A number
    that is denied counts where none is told.
    """
    numbered = [fact for fact in facts if fact.is_counted]
    numbered = [fact for fact in numbered if fact.status != "denied"] or numbered
    in_texts = {fact.document_id for fact in numbered if not fact.is_headline}
    counted = [fact for fact in numbered if not (fact.is_headline and fact.document_id in in_texts)]
    lows = [fact.count_low for fact in counted if fact.count_low is not None]
    highs = [fact.count_high for fact in counted if fact.count_high is not None]
    agree = None
    if len(counted) > 1:
        agree = max(lows, default=0) <= min(highs, default=max(lows, default=0))
    return {
        "count_low": min(lows, default=None) if len(lows) == len(counted) else None,
        "count_high": max(highs, default=None) if len(highs) == len(counted) else None,
        "counts_agree": agree,
    }


def independent_outlets(facts: Iterable[Fact]) -> int:
    """Outlets that tell of it on their own: copies, one outlet's articles and reports from one agency count once."""
    groups: list[set[str]] = []
    for fact in facts:
        names = {f"report {fact.report_id}", f"document {fact.document_id}"}
        names |= {f"outlet {folded(fact.outlet)}"} if fact.outlet else set()
        names |= {f"agency {folded(fact.agency)}"} if fact.agency else set()
        touching = [group for group in groups if group & names]
        groups = [group for group in groups if not group & names]
        groups.append(names.union(*touching))
    return len(groups)
