"""Accounts: the claims of one document that tell of one happening."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from stages.grouping.account import Account, content_of
from stages.grouping.facts import Fact
from stages.grouping.likeness import (
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
    share_a_word,
)
from stages.words.wordlists import words_of

ENOUGH = 1.0  # points that put a claim to an earlier one of its document
LEAD_CHARS = 200  # from the first trigger of the body: its first sentence or two
REACH = 40  # accounts or claims of one type in one document that are compared: no article tells more, a log file may
MUTUAL = frozenset({"ceasefire", "talks", "agreement", "clash", "cooperation"})  # either side may be named first
ANYBODY = words_of("people person persons man men woman women civilian civilians resident residents dead victims")
OF_HEADLINE = 0.3  # the headline's event is the likeliest: less will do
REFERRING = re.compile(
    r"they|he|she|the (?:men|soldiers|officers|defectors|deserters|troops|group|pair)", re.IGNORECASE
)


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
    left = [fact for fact in facts if fact.claim_id not in told and not _with_detailed(fact, accounts)]
    if left:
        rules = ["first told here", *["in the same document, without details"] * (len(left) - 1)]
        accounts.append(Account(left, rules))
    return accounts


def _with_detailed(bare: Fact, accounts: Sequence[Account]) -> bool:
    """Put a claim without details to an account that gives some: its headline's, the only one, that of its parties."""
    if not accounts:
        return False
    if len(accounts) == 1 and not _is_of_others(bare, accounts[0]):
        into, rule = accounts[0], "in the same document, which tells of one such event; no details"
    elif bare.is_headline and not _contradicts(bare, accounts[0]):
        into, rule = accounts[0], "in the headline, which tells of what the text tells first"
    else:
        fits = [account for account in accounts[:REACH] if _has_parties_of(bare, account)]
        if len(fits) != 1:
            return False
        into, rule = fits[0], "in the same document: the same words for actor and target; no other is told of with them"
    into.facts.append(bare)
    into.rules.append(rule)
    return True


def _is_of_others(bare: Fact, account: Account) -> bool:
    """Whether it names other doers or sufferers than each detailed claim of an account, and none of its own.

    Whoever is called people or others may be anybody; two sides of a truce or a fight stand in either part.
    """
    if bare.is_headline or bare.type_code in MUTUAL:
        return False
    named = [pair for fact in _outermost(account.facts) for pair in _named(bare, fact) if all(pair)]
    return bool(named) and not any(share_a_word(one, other) for one, other in named)


def _has_parties_of(bare: Fact, account: Account) -> bool:
    return any(all(share_a_word(one, other) for one, other in _named(bare, fact)) for fact in _outermost(account.facts))


def _named(one: Fact, other: Fact) -> list[tuple[frozenset[str], frozenset[str]]]:
    return [(content_of([mine]) - ANYBODY, content_of([theirs]) - ANYBODY) for mine, theirs in _parties(one, other)]


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
        + of_parties(*((content_of([left]), content_of([right])) for left, right in _parties(one, other)))
        + days
    )
    if not has_headline:
        total += counts_contradict(mine, others)
    return total


def _parties(one: Fact, other: Fact) -> list[tuple[str | None, str | None]]:
    return [(one.actor_text, other.actor_text), (one.target_text, other.target_text)]


def _counts(fact: Fact) -> list[Range]:
    return [(fact.count_low, fact.count_high)] if fact.is_counted else []
