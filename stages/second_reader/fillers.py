"""Whom a role is given to where the second reader names its head: the words of the phrase, as a quote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from stages.claim import Claim, Quote
from stages.counts import count_of
from stages.dates import DateExpression
from stages.grammar.noun_phrases import content_head, phrase_of
from stages.grammar.phrase_edges import trimmed
from stages.happenings.numbers import COUNTED_TYPES, ONE_BY_ONE, SUFFERED
from stages.naming.place_names import Places
from stages.naming.ranks import RankLadder, ranks_of
from stages.where.site_phrases import site_at
from stages.who_says import source_phrases
from stages.who_says.source_kinds import kind_of_source

SITES = frozenset({"place", "destination"})
# Whose number a claim gives: of those who act in these types, in the others of those to whom it is done.
OF_DOERS = frozenset({"defection", "protest", "riot", "strike", "resignation"})


@dataclass(frozen=True, slots=True)
class Filler:
    """The words that fill a role, the rule behind them, and what goes with a source or a date."""

    span: Span
    rule: str
    source_kind: str | None = None
    date: DateExpression | None = None


def filler_at(role: str, head: Token, rule: str, places: Places, dates: Sequence[DateExpression]) -> Filler | None:
    """The filler of a role that a head stands for; None for a date that is none."""
    if role == "date":
        date = next((each for each in dates if each.start <= head.i < each.end), None)
        return None if date is None else Filler(head.doc[date.start : date.end], rule, date=date)
    if role == "source":
        span = source_phrases.phrase_of(head)
        return Filler(span, rule, kind_of_source(span, head))
    if role in SITES:
        site = site_at(head, rule, places)
        return Filler(site.span, site.rule)
    return Filler(trimmed(phrase_of(head), head), rule)


def give(claim: Claim, role: str, filler: Filler) -> None:
    """Give a role of a claim to a filler."""
    claim.quotes[role] = Quote.of(filler.span, filler.rule)
    if role == "source":
        claim.source_kind = filler.source_kind
    elif filler.date is not None:
        date = filler.date
        claim.date_low, claim.date_high, claim.date_from = date.low, date.high, date.date_from


def withhold(claim: Claim, role: str, doc: Doc, likelihood: float) -> None:
    """Leave a role of a claim open, with what hangs on it, and note what stood there."""
    quote = claim.quotes.pop(role)
    claim.withheld[role] = f"“{doc.text[quote.start_char : quote.end_char]}” doubted: {told(likelihood)}"
    if role == "count":
        claim.count_low, claim.count_high, claim.is_total = None, None, False
    elif role == "source":
        claim.source_kind = None
    elif role == "date":
        claim.date_low = claim.date_high = claim.date_from = None


def told(likelihood: float) -> str:
    """The rule behind what the second reader says."""
    return f"second reader, {likelihood:.2f}"


def counted_role(type_code: str) -> str | None:
    """The role whose number of people a type of claim gives; None for types that count nobody."""
    if type_code not in COUNTED_TYPES:
        return None
    return "actor" if type_code in OF_DOERS else "target"


def set_count(claim: Claim, head: Token | None, rule: str) -> None:
    """Count the people of a head anew; none where the words give no number."""
    claim.quotes.pop("count", None)
    claim.count_low = claim.count_high = None
    claim.is_total = False
    is_suffered = claim.type_code in SUFFERED
    count = count_of(content_head(head), with_companions=is_suffered) if head is not None else None
    is_one = count is not None and (count.low, count.high) == (1, 1)
    if head is not None and count is not None and (not is_one or claim.type_code in ONE_BY_ONE):
        claim.count_low, claim.count_high, claim.is_total = count.low, count.high, count.is_total
        claim.quotes["count"] = Quote.of(head.doc[count.start : count.end], f"{count.rule}, {rule}")


def set_ranks(claim: Claim, head: Token | None, ladder: RankLadder) -> None:
    """The ranks of those who defect, anew."""
    found = ranks_of(phrase_of(head), ladder) if head is not None and claim.type_code == "defection" else []
    claim.ranks = list(dict.fromkeys(rank.label for rank in found))
    claim.rank_codes = list(dict.fromkeys(rank.code for rank in found))
