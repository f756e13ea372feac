"""Quantities in a sentence: a number with the words that open or round it, and the noun it counts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from stages.numerals import Numeral, fraction_at, numeral_at
from stages.people import COLLECTIVES, is_noun, is_person_noun, is_thing
from stages.wordlists import words_of


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


# Words before a number, longest first; what they leave open is the annotation guide's.
OPEN_ABOVE = (
    "no fewer than", "not fewer than", "no less than", "not less than", "at the least", "upwards of", "upward of",
    "in excess of", "a minimum of", "well over", "far more than", "much more than", "slightly more than", "just over",
    "slightly over", "at least", "more than", "greater than", "over", "above", "exceeding", "as few as", "beyond",
)  # fmt: skip
OPEN_BELOW = (
    "no more than", "not more than", "fewer than", "less than", "a maximum of", "as many as", "at most", "just under",
    "up to", "close to", "close on", "nearly", "almost", "under", "approaching", "not quite", "maximum of",
)  # fmt: skip
ABOUT = (
    "approximately", "an estimated", "a total of", "an additional", "an initial", "estimated", "roughly", "around",
    "about", "some", "circa", "only", "just", "exactly", "perhaps", "maybe", "possibly", "another", "a further",
    "further", "additional", "a reported", "a combined", "an unprecedented", "a record", "a mere", "anywhere",
)  # fmt: skip
BEFORE = sorted(
    [(tuple(words.split()), opening) for opening, phrases in
     (("above", OPEN_ABOVE), ("below", OPEN_BELOW), ("about", ABOUT)) for words in phrases],
    key=lambda item: -len(item[0]),
)  # fmt: skip
YEAR = re.compile(r"(1[5-9]|20)\d\d")
AFTER = (
    (("or", "more"), "above"), (("and", "counting"), "above"), (("-", "plus"), "above"), (("plus",), "above"),
    (("or", "fewer"), "below"), (("or", "less"), "below"), (("or", "so"), "about"), (("odd",), "about"),
    (("at", "least"), "above"), (("at", "most"), "below"),
)  # fmt: skip

MONTHS = words_of(
    "january february march april may june july august september october november december jan feb mar apr jun jul "
    "aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec."
)
NO_PEOPLE_AFTER = MONTHS | {"%", "am", "pm", "a.m.", "p.m.", "gmt", "/"}
LABELLED = words_of(
    "no no. number issue page chapter version flight article resolution room highway route unit group order section "
    "part volume vol game round day phase point channel station type model act protocol paragraph aged age ages "
    "$ £ € us$ a$ c$ ¥ usd eur mh ss"
)
YEAR_PREPOSITIONS = words_of("in since of by until till from during to before after through late early mid -")
STRONG = frozenset({"strong", "member", "man", "person", "men", "soldier", "woman"})
SKIPPED = frozenset(
    {"of", "the", "his", "her", "its", "their", "these", "those", "our", "'s", "’s", "-", "“", '"', "‘"}
)
AUXILIARIES = words_of("have has had were was are is be been being will would may might could")
SUFFERED = words_of(
    "killed dead wounded injured arrested detained missing displaced kidnapped abducted captured imprisoned executed "
    "defected deserted died fled hurt shot hanged beheaded massacred jailed released freed hospitalised hospitalized "
    "slain martyred drowned evacuated captive hostage others more"
)
VERB_ONLY = SUFFERED - {"missing", "wounded", "injured", "captured", "others"}
INFLICTED = words_of(
    "kill kills killed killing wound wounds wounded wounding injure injures injured injuring arrest arrests arrested "
    "arresting detain detained detaining displace displaced displacing leave leaves left leaving execute executed "
    "executing capture captured capturing free freed freeing claim claimed"
)
FUNCTION_WORDS = words_of(
    "and or but nor if as at by for from in into of on onto to with without after before since until while when who "
    "whom whose which that this these those he she it they we you i him her them us his its their our my there here "
    "not no than then so because do did does up down out off over under about said says say told that's during near"
)
# Amounts that mean people when no noun follows: "dozens were arrested".
BODIES = frozenset({"dozens", "scores", "hundreds", "thousands", "millions"})
RISES = words_of("rise rises rose risen increase increased grow grew grown climb climbed jump jumped revised")


def quantities_in(sent: Span) -> list[Quantity]:
    """Every quantity of a sentence that is no date, age, price or label, in order, without overlaps."""
    words = [token.lower_ for token in sent]
    found: list[Quantity] = []
    at = 0
    while at < len(words):
        quantity = _quantity_at(sent, words, at)
        if quantity is None:
            at += 1
            continue
        found.append(quantity)
        at = max(quantity.end - sent.start, at + 1)
    return found


def _quantity_at(sent: Span, words: Sequence[str], at: int) -> Quantity | None:
    openings, number_at = _openings(words, at)
    if number_at >= len(words):
        return None
    shared = _shared_part(sent, words, number_at)
    if shared is not None:
        return shared
    numeral = _between(words, number_at) or numeral_at(words, number_at)
    if numeral is None or _is_no_quantity(sent, words, numeral) or _is_risen_from(words, number_at):
        return None
    end = _whole_end(words, numeral.end)
    for phrase, opening in AFTER:
        if tuple(words[end : end + len(phrase)]) == phrase:
            openings, end = [*openings, opening], end + len(phrase)
            break
    low, high = _opened(numeral, openings)
    head, is_sure = _head_of(sent, words, numeral, end)
    rule = " ".join([*openings, numeral.rule])
    return Quantity(low, high, sent.start + at, sent.start + end, head, rule, is_sure)


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
        for phrase, opening in BEFORE:
            if tuple(words[at : at + len(phrase)]) == phrase:
                openings, at, is_reading = [*openings, opening], at + len(phrase), True
                break
    return openings, at


def _opened(numeral: Numeral, openings: Sequence[str]) -> tuple[int | None, int | None]:
    if "above" in openings:
        return numeral.low, None
    if "below" in openings:
        return None, numeral.high
    return numeral.low, numeral.high


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
    head, is_sure = _head_of(sent, words, whole, whole.end)
    value = int(share * whole.low)
    return Quantity(value, value, sent.start + at, sent.start + whole.end, head, "fraction", is_sure)


def _is_no_quantity(sent: Span, words: Sequence[str], numeral: Numeral) -> bool:
    """Whether a number is a date, year, age, price, score, time of day or label."""
    before = words[numeral.start - 1] if numeral.start else ""
    after = words[numeral.end] if numeral.end < len(words) else ""
    if before in LABELLED | MONTHS or after in NO_PEOPLE_AFTER:
        return True
    is_score = before in {"/", ".", ":", "#", "-"} and _is_number(words, numeral.start - 2)
    is_since_young = words[max(0, numeral.start - 2) : numeral.start] in (["young", "as"], ["old", "as"])
    is_compound = after == "-" and not _is_strong(words, numeral.end)
    if (words[numeral.start].isdigit() and is_score) or is_since_young or is_compound:
        return True
    if numeral.rule == "words" and numeral.low == 1 and not _counts_one(words, numeral):
        return True
    if YEAR.fullmatch(words[numeral.start]) and numeral.end == numeral.start + 1:
        return not _is_people_next(sent, numeral.end)
    return _is_age(sent, numeral) or (numeral.rule == "digits" and _is_named(sent, numeral))


def _is_number(words: Sequence[str], at: int) -> bool:
    return at >= 0 and words[at].replace(",", "").isdigit()


def _is_strong(words: Sequence[str], at: int) -> bool:
    """ "500-strong", "five-member"."""
    return at + 1 < len(words) and words[at + 1] in STRONG


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


def _head_of(sent: Span, words: Sequence[str], numeral: Numeral, end: int) -> tuple[int, bool]:
    """The token a number counts, and whether that is people; the number's last token when no noun follows."""
    last = sent.start + numeral.end - 1
    at = end
    if _is_strong(words, at):
        at += 2
        noun = _noun_from(sent, at)
        return (noun.i if noun is not None else last), True
    if end > numeral.end and "of" in words[numeral.end : end]:
        noun = _noun_from(sent, end)  # "two of the three colonels"
        return last, noun is None or not is_thing(noun)
    while at < len(words) and words[at] in SKIPPED and at < end + 3:
        at += 1
    noun = _noun_from(sent, at)
    if noun is None:
        return last, _is_headless_people(words, numeral, end)
    return noun.i, is_person_noun(noun)


def _noun_from(sent: Span, at: int) -> Token | None:
    """The head of the noun phrase whose first word may stand at that place: its last noun before the phrase ends."""
    doc: Doc = sent.doc
    noun: Token | None = None
    for token in doc[sent.start + at : min(sent.end, sent.start + at + 7)]:
        if (token.lower_ in {"-", "'s", "’s", "“", '"', "‘"} and token.text != "'s") or (
            token.lower_ in {"and", ","} and (noun is None and _is_adjective(token.doc[token.i - 1]))
        ):
            continue
        if not _is_in_phrase(token, noun):
            break
        if _is_nominal(token):
            noun = token
    return noun


def _is_adjective(token: Token) -> bool:
    return token.tag_.startswith("JJ") or token.pos_ == "ADJ"


def _is_nominal(token: Token) -> bool:
    if token.tag_ or token.pos_:
        return is_noun(token) or (is_person_noun(token) and token.lower_ not in SUFFERED)
    is_known = is_person_noun(token) or is_thing(token) or token.lower_ in COLLECTIVES
    return is_known and token.lower_ not in SUFFERED


def _is_in_phrase(token: Token, noun: Token | None) -> bool:
    """Whether a word still belongs to the noun phrase read so far."""
    word = token.lower_
    if word in AUXILIARIES or (
        word in SUFFERED and word not in {"missing", "wounded", "injured", "captured", "others"}
    ):
        return False
    if is_person_noun(token) or is_thing(token) or (word in COLLECTIVES and not token.tag_):
        return noun is None or not _is_closed(noun, token)
    if token.tag_:
        if token.tag_ in {"VBN", "VBG", "RB"}:
            return noun is None and token.nbor(-1).lower_ not in INFLICTED
        return token.tag_[:2] in {"JJ", "NN"} and not (noun is not None and token.tag_[:2] == "JJ")
    if token.pos_:
        return token.pos_ in {"ADJ", "NOUN", "PROPN"}
    return token.is_alpha and word not in FUNCTION_WORDS and noun is None


def _is_closed(noun: Token, token: Token) -> bool:
    """Whether a plural noun has ended the phrase, so that the next noun opens another: "20 soldiers officers say"."""
    return noun.tag_ in {"NNS", "NNPS"} and not token.tag_.startswith("NN")


def _is_headless_people(words: Sequence[str], numeral: Numeral, end: int) -> bool:
    """Whether a number without a noun means people, by the verb beside it."""
    after, before = words[end : end + 4], words[max(0, numeral.start - 3) : numeral.start]
    if BODIES & set(words[numeral.start : numeral.end]):
        return words[end : end + 1] != ["of"]
    if any(word in SUFFERED for word in after) or (after and after[0] in AUXILIARIES and numeral.rule != "collective"):
        return True
    return any(word in INFLICTED for word in before) or {"toll", "tally"} & set(words[: numeral.start]) != set()
