"""Numbers as newspapers write them: digits, words, magnitudes, vague amounts and ranges, read from lower-case words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from stages.words.wordlists import numbered


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number over the words `start` to `end` (exclusive); `low` and `high` differ where the words leave it open."""

    start: int
    end: int
    low: int
    high: int
    rule: str


ONES = numbered(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen",
    start=1,
)
DECADES = numbered("twenty thirty forty fifty sixty seventy eighty ninety", 2)
TENS = {word: value * 10 for word, value in DECADES.items()}
SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "m": 10**6, "mn": 10**6, "k": 1000}
SHORT_SCALES = frozenset({"m", "mn", "k"})

# The ranges that the annotation guide gives to vague amounts; the others follow the same pattern.
VAGUE = {
    ("tens",): (20, 99),
    ("tens", "of", "thousands"): (10_000, 99_999),
    ("hundreds", "of", "thousands"): (100_000, 999_999),
    ("tens", "of", "millions"): (10_000_000, 99_999_999),
    ("hundreds", "of", "millions"): (100_000_000, 999_999_999),
    ("thousands", "upon", "thousands"): (1000, 9999),
    ("thousands", "and", "thousands"): (1000, 9999),
    ("hundreds", "and", "hundreds"): (100, 999),
    ("half", "a", "dozen"): (6, 6),
    ("half", "-", "a", "-", "dozen"): (6, 6),
    ("half", "-", "dozen"): (6, 6),
    ("half", "a", "million"): (500_000, 500_000),
    ("a", "quarter", "of", "a", "million"): (250_000, 250_000),
    ("a", "quarter", "million"): (250_000, 250_000),
    ("several", "dozen"): (24, 99),
    ("a", "few", "dozen"): (24, 99),
    ("several", "hundred"): (300, 999),
    ("a", "few", "hundred"): (200, 999),
    ("several", "hundreds"): (300, 999),
    ("many", "hundreds"): (100, 999),
    ("several", "thousand"): (3000, 9999),
    ("a", "few", "thousand"): (2000, 9999),
    ("several", "thousands"): (3000, 9999),
    ("many", "thousands"): (1000, 9999),
    ("a", "couple", "dozen"): (24, 24),
    ("a", "couple", "of", "dozen"): (24, 24),
    ("a", "couple", "of", "hundred"): (200, 200),
    ("a", "couple", "of", "thousand"): (2000, 2000),
    ("a", "baker", "'s", "dozen"): (13, 13),
    ("a", "dozen"): (12, 12),
    ("one", "dozen"): (12, 12),
    ("a", "score"): (20, 20),
    ("scores",): (40, 99),
    ("a", "hundred"): (100, 100),
    ("a", "thousand"): (1000, 1000),
    ("a", "million"): (1_000_000, 1_000_000),
    ("a", "couple"): (2, 2),
    ("a", "pair"): (2, 2),
    ("a", "trio"): (3, 3),
    ("a", "quartet"): (4, 4),
    ("a", "handful"): (3, 9),
    ("a", "few"): (3, 9),
    ("a", "half", "-", "dozen"): (6, 6),
    ("a", "half", "dozen"): (6, 6),
    ("handful",): (3, 9),
    ("several",): (3, 9),
    ("couple",): (2, 2),
    ("dozen",): (12, 12),
    ("dozens",): (24, 99),
    ("hundreds",): (100, 999),
    ("millions",): (1_000_000, 9_999_999),
    ("thousands",): (1000, 9999),
    ("both",): (2, 2),
}
LONGEST_VAGUE = max(len(words) for words in VAGUE)
VAGUE_STARTS = frozenset(words[0] for words in VAGUE)
# "hundreds if not thousands", "dozens or even hundreds"
STEPS = (("if", "not"), ("or", "even"), ("or", "perhaps"), ("or", "possibly"), ("or",))

LONGEST_WORD = 40  # characters; more digits than these are no number that anybody counted
MOST = 10**15

DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2}){1,4},\d{3}|\d+(?:\.\d+)?")  # "1,80,000" in South Asia
RANGE = re.compile(r"(\d[\d,]*)[-–—](\d[\d,]*)")
ORDINALS = numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    start=1,
)
FRACTIONS = {
    "half": Fraction(1, 2), "third": Fraction(1, 3), "quarter": Fraction(1, 4), "fifth": Fraction(1, 5),
    "thirds": Fraction(1, 3), "quarters": Fraction(1, 4), "fifths": Fraction(1, 5), "tenth": Fraction(1, 10),
}  # fmt: skip

# A number cannot start without one of these or a digit.
NUMBER_WORDS = frozenset(ONES) | frozenset(TENS) | (VAGUE_STARTS - {"a"}) | frozenset(SCALES) | {"half", "couple"}
NUMBER_WORDS |= {"dozen", "few", "score", "pair", "trio", "quartet", "hundred"}


def numeral_at(words: Sequence[str], start: int) -> Numeral | None:
    """The longest number that starts at that word, ranges included; words are lower case."""
    first = _single_at(words, start)
    if first is None:
        return None
    return _range_from(words, first) or first


def ordinal_of(word: str) -> int | None:
    """The number of an ordinal: 13 for "13th" and "thirteenth"."""
    if match := re.fullmatch(r"(\d{1,4})(?:st|nd|rd|th)", word):
        return int(match[1])
    return ORDINALS.get(word)


def _single_at(words: Sequence[str], start: int) -> Numeral | None:
    found = _vague_at(words, start) or _digits_at(words, start) or _spelled_at(words, start)
    return found if found is not None and found.high <= MOST else None


def _vague_at(words: Sequence[str], start: int) -> Numeral | None:
    if words[start] not in VAGUE_STARTS:
        return None
    for length in range(min(LONGEST_VAGUE, len(words) - start), 0, -1):
        found = VAGUE.get(tuple(words[start : start + length]))
        if found is None:
            continue
        end = start + length
        step = _step_from(words, end)
        if step is not None and found[0] < found[1] <= step.high:
            return Numeral(start, step.end, found[0], step.high, "vague range")
        return Numeral(start, end, *found, "vague" if found[0] < found[1] else "collective")
    return None


def _step_from(words: Sequence[str], end: int) -> Numeral | None:
    for step in STEPS:
        after = end + len(step)
        if tuple(words[end:after]) == step and after < len(words):
            return _vague_at(words, after)
    return None


def _digits_at(words: Sequence[str], start: int) -> Numeral | None:
    if (match := RANGE.fullmatch(words[start])) and len(words[start]) <= LONGEST_WORD:
        low, high = (int(part.replace(",", "")) for part in match.groups())
        return Numeral(start, start + 1, low, high, "range") if low < high else None
    if not DIGITS.fullmatch(words[start]) or len(words[start]) > LONGEST_WORD:
        return None
    value, end = Fraction(words[start].replace(",", "")), start + 1
    if _is_split_thousands(words, start):
        value, end = value * 1000 + int(words[end]), end + 1
    if end < len(words) and (scale := SCALES.get(words[end])):
        value, end = value * scale, end + 1
    elif end < len(words) and words[end] == "dozen":
        value, end = value * 12, end + 1
    if value.denominator != 1:
        return None
    return Numeral(start, end, int(value), int(value), "digits")


def _is_split_thousands(words: Sequence[str], start: int) -> bool:
    """ "10 000" in the continental manner: up to three digits, then three."""
    following = words[start + 1] if start + 1 < len(words) else ""
    return bool(re.fullmatch(r"[1-9]\d{0,2}", words[start]) and re.fullmatch(r"\d00|0\d\d", following))


def _spelled_at(words: Sequence[str], start: int) -> Numeral | None:
    total, group, end = 0, 0, start
    while end < len(words):
        word = words[end]
        if word in ONES and group % 10 == 0 and (group % 100 == 0 or ONES[word] < 10):
            group, end = group + ONES[word], end + 1
        elif word in TENS and group % 100 == 0:
            group, end = group + TENS[word], end + 1
        elif word == "hundred" and 0 < group < 100:
            group, end = group * 100, end + 1
        elif word == "dozen" and 0 < group < 20:
            group, end = group * 12, end + 1
        elif word in SCALES and word not in SHORT_SCALES and group:
            total, group, end = total + group * SCALES[word], 0, end + 1
        elif word in {"-", "and"} and end > start and _continues(words, end, total, group):
            end += 1
        else:
            break
    value = total + group
    return Numeral(start, end, value, value, "words") if value else None


def _continues(words: Sequence[str], end: int, total: int, group: int) -> bool:
    """Whether a hyphen or "and" stands inside a number: "twenty-five", "two hundred and six"."""
    following = words[end + 1] if end + 1 < len(words) else ""
    if words[end] == "-":
        return group % 100 in TENS.values() and ONES.get(following, 10) < 10
    is_round = (group > 0 and group % 100 == 0) or (total > 0 and group == 0)
    return is_round and (following in ONES or following in TENS)


def _range_from(words: Sequence[str], first: Numeral) -> Numeral | None:
    """A range that the number opens: "10 to 15", "10-15", "two or three"."""
    joint = first.end
    if joint + 1 >= len(words) or words[joint] not in {"-", "–", "—", "to", "or"}:
        return None
    second = _single_at(words, joint + 1)
    if second is None or second.low <= first.low or first.low < first.high:
        return None
    if words[joint] == "or" and second.low > 4 * first.low:
        return None
    low = first.low
    if words[joint] != "or" and second.low >= 1000 and low < 1000 and _ends_in_scale(words, second):
        low *= _scale_of(words, second)  # "two to three thousand"
        if low >= second.low:
            low = first.low
    return Numeral(first.start, second.end, low, second.high, "range")


def _ends_in_scale(words: Sequence[str], numeral: Numeral) -> bool:
    return words[numeral.end - 1] in SCALES


def _scale_of(words: Sequence[str], numeral: Numeral) -> int:
    return SCALES[words[numeral.end - 1]]


def fraction_at(words: Sequence[str], start: int) -> tuple[Fraction, int] | None:
    """A fraction that starts at that word, with its end: "half", "a third", "two-thirds", "three quarters"."""
    if words[start] == "half":
        return Fraction(1, 2), start + 1
    at, numerator = start + 1, 1
    if words[start] in ONES:
        numerator = ONES[words[start]]
    elif words[start] not in {"a", "one"}:
        return None
    if at < len(words) and words[at] == "-":
        at += 1
    if at < len(words) and (part := FRACTIONS.get(words[at])):
        return numerator * part, at + 1
    return None
