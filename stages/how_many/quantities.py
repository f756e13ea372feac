"""Quantities in a sentence: a number with the words that open or round it, and the noun it counts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span

from stages.how_many.numerals import NUMBER_WORDS, Numeral, fraction_at, numeral_at
from stages.how_many.quantity_heads import head_of, is_strong
from stages.how_many.quantity_words import (
    BEFORE,
    LABELLED,
    MONTHS,
    NO_PEOPLE_AFTER,
    NUMBERED,
    PASSED,
    RISES,
    SKIPPED,
    TOLL_LINKS,
    TOLL_REACH,
    TOLLS,
    YEAR,
    closing_at,
    is_year_of_date,
)
from stages.words.people import is_person_noun

HANDING = frozenset({"hand", "hands", "handed", "handing", "turn", "turned", "turning"})
# What a quantity starts with, if not with a digit: most words can be passed over at a glance.
STARTS = NUMBER_WORDS | frozenset(BEFORE) | {"a", "between", "from", "anywhere"}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number over tokens `start` to `end` and the token `head` it counts: the number itself when no noun follows.

    `low` or `high` is null where the words leave it open; `counts_people` is false for things and unknown nouns.
    """

    low: int | None
    high: int | None
    start: int
    end: int
    head: int
    rule: str
    counts_people: bool
    is_total: bool = False


def quantities_in(sent: Span) -> list[Quantity]:
    """Every quantity of a sentence that is no date, age, price or label, in order, without overlaps."""
    words = [token.lower_ for token in sent]
    found: list[Quantity] = []
    at = 0
    if not any(word in NUMBER_WORDS or word[:1].isdigit() for word in words):
        return found
    while at < len(words):
        quantity = _quantity_at(sent, words, at)
        if quantity is None:
            at += 1
            continue
        found.append(quantity)
        at = max(quantity.end - sent.start, at + 1)
    return found


def _quantity_at(sent: Span, words: Sequence[str], at: int) -> Quantity | None:
    is_given = at > 0 and words[at - 1] in HANDING  # "will hand | over 200 men", whatever the parser makes of it
    is_particle = words[at] == "over" and (sent[at].tag_ == "RP" or is_given)
    if is_particle or (words[at] not in STARTS and not words[at][:1].isdigit()):
        return None
    openings, number_at = _openings(words, at)
    if number_at >= len(words):
        return None
    shared = _shared_part(sent, words, number_at)
    if shared is not None:
        low, high = _opened(shared.low, shared.high, openings)  # "nearly half a million"
        return replace(shared, low=low, high=high, start=sent.start + at)
    numeral = _between(words, number_at) or numeral_at(words, number_at)
    if numeral is None or _is_no_quantity(sent, words, numeral) or _is_risen_from(words, number_at):
        return None
    end = _whole_end(words, numeral.end)
    closing, length = closing_at(words, end)
    end += length
    if closing is None and end < len(words) and sent[end].tag_ == "NNS":
        closing, _ = closing_at(words, end + 1)  # "70 people or more"
    openings += [closing] if closing is not None else []
    low, high = _opened(numeral.low, numeral.high, openings)
    rule = " ".join([*openings, numeral.rule])
    toll = _toll_before(words, at)
    if toll is not None:
        high = None if words[at - 1] in PASSED else high
        return Quantity(low, high, sent.start + at, sent.start + end, sent.start + toll, f"toll {rule}", True, True)
    head, is_sure = head_of(sent, words, numeral, end)
    return Quantity(low, high, sent.start + at, sent.start + end, head, rule, is_sure)


def _toll_before(words: Sequence[str], at: int) -> int | None:
    """The toll that a number is said to be: "the toll of the raid rose to 30"."""
    if not at or words[at - 1] not in TOLL_LINKS:
        return None
    reached = range(at - 1, max(-1, at - TOLL_REACH), -1)
    return next((found for place in reached if (found := _toll_at(words, place)) is not None), None)


def _toll_at(words: Sequence[str], at: int) -> int | None:
    """The place of a toll, or of those whose number is told: "the number of | dead"."""
    is_put = list(words[max(0, at - 1) : at + 1]) == ["the", "dead"] and words[at - 2] in {"put", "puts"}
    if words[at] in TOLLS or is_put:  # "put the dead at 41"
        return at
    of = at + 2 if list(words[at : at + 2]) == ["number", "of"] else None
    named = range(of, min(of + 3, len(words))) if of is not None else ()  # "the number of police dead"
    return next((place for place in named if words[place] in NUMBERED), None)


def _is_risen_from(words: Sequence[str], at: int) -> bool:
    """Whether the number is the one a toll rose from."""
    return at >= 2 and words[at - 1] == "from" and bool(RISES & set(words[max(0, at - 4) : at - 1]))


def _whole_end(words: Sequence[str], end: int) -> int:
    """Where a part ends that names its whole: "two of the three"."""
    at = end + 1
    if words[end : end + 1] != ["of"]:
        return end
    while at < len(words) and words[at] in SKIPPED:
        at += 1
    whole = numeral_at(words, at) if at < len(words) else None
    return whole.end if whole is not None else end


def _openings(words: Sequence[str], at: int) -> tuple[list[str], int]:
    """The words before a number that open or round it, and where the number then starts."""
    openings: list[str] = []
    is_reading = True
    while is_reading:
        is_reading = False
        for phrase, opening in BEFORE.get(words[at], ()) if at < len(words) else ():
            if tuple(words[at : at + len(phrase)]) == phrase:
                openings, at, is_reading = [*openings, opening], at + len(phrase), True
                break
    return openings, at


def _opened(low: int | None, high: int | None, openings: Sequence[str]) -> tuple[int | None, int | None]:
    if "above" in openings:
        return low, None
    return (None, high) if "below" in openings else (low, high)


def _between(words: Sequence[str], at: int) -> Numeral | None:
    """ "between 10 and 15", "from 20 to 30 people"."""
    if words[at] not in {"between", "from", "anywhere"} or at + 3 >= len(words):
        return None
    first = numeral_at(words, at + 1)
    if first is None:
        return None
    if first.low < first.high and words[at] == "from":
        return None if at and words[at - 1] in RISES else first
    joint = "and" if words[at] == "between" else "to"
    if first.end + 1 >= len(words) or words[first.end] != joint or (at and words[at - 1] in RISES):
        return None
    second = numeral_at(words, first.end + 1)
    if second is None or second.high <= first.low:
        return None
    return Numeral(at, second.end, first.low, second.high, "range")


def _shared_part(sent: Span, words: Sequence[str], at: int) -> Quantity | None:
    """A fraction of a whole that is given: "two-thirds of the 30 prisoners"; of an unknown whole it is nothing."""
    fraction = fraction_at(words, at)
    if fraction is None:
        return None
    share, end = fraction
    if words[end : end + 1] == ["of"]:
        end += 1
    while end < len(words) and words[end] in {"the", "those", "these", "their", "its"}:
        end += 1
    whole = numeral_at(words, end) if end < len(words) else None
    if whole is None or whole.low != whole.high or (share * whole.low).denominator != 1:
        return None
    head, is_sure = head_of(sent, words, whole, whole.end)
    value = int(share * whole.low)
    return Quantity(value, value, sent.start + at, sent.start + whole.end, head, "fraction", is_sure)


def _is_no_quantity(sent: Span, words: Sequence[str], numeral: Numeral) -> bool:
    """Whether a number is a date, year, age, price, score, time of day or label."""
    before = words[numeral.start - 1] if numeral.start else ""
    after = words[numeral.end] if numeral.end < len(words) else ""
    is_pairing = words[numeral.start] == "both" and sent[numeral.start].dep_ == "cc:preconj"  # "both Ruiz and his son"
    if before in LABELLED | MONTHS or after in NO_PEOPLE_AFTER or is_pairing:
        return True
    is_score = before in {"/", ".", ":", "#", "-"} and _is_number(words, numeral.start - 2)
    is_score = is_score and not (before == ":" and sent[numeral.start - 1].whitespace_)  # "since March 3: 120 killed"
    is_since_young = words[max(0, numeral.start - 2) : numeral.start] in (["young", "as"], ["old", "as"])
    is_odd = list(words[numeral.end : numeral.end + 2]) == ["-", "odd"]  # "eighty-odd people"
    is_compound = after == "-" and not (is_odd or is_strong(words, numeral.end))
    if (words[numeral.start].isdigit() and is_score) or is_since_young or is_compound:
        return True
    if numeral.rule == "words" and numeral.low == 1 and not _counts_one(words, numeral):
        return True
    if YEAR.fullmatch(words[numeral.start]) and numeral.end == numeral.start + 1:
        return is_year_of_date(words, numeral.start) or not _is_people_next(sent, numeral.end)
    return _is_age(sent, numeral) or (numeral.rule == "digits" and _is_named(sent, numeral))


def _is_number(words: Sequence[str], at: int) -> bool:
    return at >= 0 and words[at].replace(",", "").isdigit()


def _is_superlative(words: Sequence[str], at: int) -> bool:
    return any(word == "most" or word.endswith("est") for word in words[at : at + 4])


def _counts_one(words: Sequence[str], numeral: Numeral) -> bool:
    """ "one" as a number of people, and not "one of the reasons", "one another", "no one", "one day"."""
    before = words[numeral.start - 1] if numeral.start else ""
    after = words[numeral.end] if numeral.end < len(words) else ""
    if after == "of" and _is_superlative(words, numeral.end + 1):
        return False
    return before not in {"no", "any", "every", "this", "that", "which", "the"} and after not in {"another", "'s", ","}


def _is_people_next(sent: Span, at: int) -> bool:
    return any(is_person_noun(token) for token in sent[at : at + 3])


def _is_age(sent: Span, numeral: Numeral) -> bool:
    """ "Ali Hassan, 34, said": a bare number between commas after a name."""
    before = sent[max(0, numeral.start - 2) : numeral.start]
    after = sent[numeral.end : numeral.end + 1]
    return (
        len(before) == 2
        and before[1].text in {",", "("}
        and before[0].text[:1].isupper()
        and numeral.high < 110
        and (not after or after[0].text in {",", ")", "."})
    )


def _is_named(sent: Span, numeral: Numeral) -> bool:
    """ "Boeing 737", "Area 51": digits right after a name that starts no sentence, with no people after them."""
    if numeral.start == 0 or "," in sent[numeral.start].text:
        return False
    before = sent[numeral.start - 1]
    is_name = before.text[:1].isupper() and before.tag_ in {"NNP", "NNPS", ""} and before.is_alpha and numeral.start > 1
    return is_name and not _is_people_next(sent, numeral.end)
