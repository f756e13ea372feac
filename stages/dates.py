"""Time expressions of a sentence, the days they mean, and which of them dates an event."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Span, Token

from stages import calendar
from stages.calendar import UNKNOWN, Days
from stages.date_content import is_across_clauses
from stages.date_distance import FARTHEST, distance
from stages.date_forms import FORMS, FROM, MONTHS, SINCE, WEEKDAYS
from stages.date_frames import Frame, Settled
from stages.date_resolution import settle
from stages.people import PEOPLE
from stages.sentences import sents_of
from stages.wordlists import words_of


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A time expression over tokens `start` to `end`; its first and last day, null where nothing settles them."""

    start: int
    end: int
    low: date | None
    high: date | None
    date_from: str
    rule: str


# A verb that looks ahead, in the clause of the expression; and what begins a clause.
AHEAD = re.compile(
    r"\b(?:will|shall|due to|scheduled|set to|plans? to|plans an?|planned for|planning|expected to|is to|are to"
    r"|going to|intends? to|upcoming)\b"
    r"|\bcall(?:s|ed|ing)? (?:for )?an? (?:[\w-]+ ){0,2}(?:strike|protest|rally|march|demonstration|sit-in|boycott)\b"
)
AHEAD_BESIDE = re.compile(  # "the planned April 9 rally", "a march on May 3 that will end at the palace"
    r"\b(?:planned|scheduled|upcoming|forthcoming)(?: (?:for|on))? \0|\0,? (?:that|which) (?:will|is due|are due)\b"
)
CLAUSE_START = re.compile(r"[,;:]|\b(?:where|who|which|when|after|since|because|that|as)\b")
# Months and days that are also words or names, and the words after which they are dates.
AMBIGUOUS = words_of("may march mar jan jun sun sat wed fri mon sep dec oct nov aug jul apr feb tue thu")
BEFORE_MONTH = words_of(
    "in since by until till last this next early late mid from during of to between and before after on"
)
NOT_YEARS_BEFORE = words_of(
    "some about around nearly almost over than least most to-date issue no route flight area room"
)
NOT_YEARS_AFTER = words_of("killed dead wounded km kilometres kilometers miles dollars tonnes tons feet metres meters")
# From these a story can go on: a day or month of its own, and no stretch or bare year.
TOLD = frozenset({"day", "month", "month alone", "iso day", "anaphoric"})
NAMES = re.compile(r"\b(?:" + "|".join((*MONTHS, *WEEKDAYS)) + r")\b")
KEY = "dates"
COMING = words_of("next tomorrow coming upcoming soon imminently")
VAGUE = frozenset({"duration", "time of day"})  # "in the early hours of Monday": the day is taken
LASTING = "duration"  # says least of when: a day beside it is taken, and it is of its own clause alone
JOINTS = re.compile(r" ?(?:and|to|until|till|through|[-–]) ?")


@dataclass(frozen=True, slots=True)
class _Written:
    """An expression over characters of the sentence."""

    start_char: int
    end_char: int
    settled: Settled
    rule: str


def dates_in(sent: Span, published_on: date | None) -> list[DateExpression]:
    """The time expressions of a sentence, in order, without overlaps.

    Relative ones are counted from the publication date alone; when it is unknown their days are null. In a history,
    or where the publication date is unknown, a day without a year goes on from the last date told before it.
    """
    doc = sent.doc
    known: dict[tuple[int, date | None], list[DateExpression]] = doc.user_data.setdefault(KEY, {})
    if (sent.start, published_on) not in known:
        told: date | None = None
        for each in sents_of(doc):
            found = _dates_of(each, published_on, told)
            known[each.start, published_on] = found
            told = next((item.low for item in reversed(found) if item.low and item.rule in TOLD), told)
    if (sent.start, published_on) not in known:
        return _dates_of(sent, published_on, None)
    return known[sent.start, published_on]


def _cased(text: str) -> str:
    """A text in capitals as it would be written otherwise, character for character."""
    if not text.isupper():
        return text
    lower = NAMES.sub(lambda match: match.group().capitalize(), text.lower())
    return lower if len(lower) == len(text) else text


def _is_history(told: date | None, published_on: date | None) -> bool:
    """Whether the story runs apart from the news: no known publication, or dates of a year and more before it."""
    return told is not None and (published_on is None or told.year < published_on.year - 1)


def _dates_of(sent: Span, published_on: date | None, narrated_on: date | None) -> list[DateExpression]:
    text = _cased(re.sub(r"\s", " ", sent.text))
    found = _joined(text, list(_written_in(text, published_on, narrated_on)))
    return [_placed(sent, _widened(text, item, published_on)) for item in found]


def _written_in(text: str, published_on: date | None, told: date | None) -> Iterator[_Written]:
    """The expressions by form; where two forms start at one place, the first of the list."""
    matches = [
        (match.start(), order, form.rule, match)
        for order, form in enumerate(FORMS)
        for match in form.pattern.finditer(text)
    ]
    taken = 0
    for start, _, rule, match in sorted(matches, key=lambda item: item[:2]):
        if start < taken or not _is_date(text, rule, match):
            continue
        taken = match.end()
        narrated_on = told if _is_history(told, published_on) else None
        is_ahead = AHEAD.search(CLAUSE_START.split(text[:start])[-1]) is not None
        is_ahead = is_ahead or AHEAD_BESIDE.search(f"{text[:start]}\0{text[taken:]}") is not None
        settled = settle(rule, _groups(match), Frame(published_on, is_ahead, narrated_on))
        told = settled.days.low if rule in TOLD and settled.days.low is not None else told
        yield _Written(start, taken, settled, rule)


def _groups(match: re.Match[str]) -> dict[str, str | None]:
    """The named parts of a match; a part written in several places of a form carries a number behind its name."""
    found: dict[str, str | None] = dict.fromkeys(match.re.groupindex)
    for name, words in match.groupdict().items():
        if words is not None:
            found[name.rstrip("_23")] = words
    return found


def _is_date(text: str, rule: str, match: re.Match[str]) -> bool:
    """Whether a match is a date, and not a word ("may"), a name, or a number of people."""
    before, after = text[: match.start()].split()[-1:], text[match.end() :].split()[:1]
    led_by = before[0].lower().strip('(“"') if before else ""
    if rule == "month alone":
        name = (match["month"] or "").lower().rstrip(".")
        return name not in AMBIGUOUS or match["part"] is not None or led_by in BEFORE_MONTH
    if rule == "weekday":
        name = match["weekday"].lower().rstrip(".")
        return name not in AMBIGUOUS or match["which"] is not None or led_by == "on"
    if rule == "year":
        followed_by = after[0].lower().strip(".,;:)") if after else ""
        is_number = led_by in NOT_YEARS_BEFORE or followed_by in NOT_YEARS_AFTER or followed_by in PEOPLE
        return match["part"] is not None or not is_number
    return True


def _joined(text: str, found: Sequence[_Written]) -> list[_Written]:
    """Two expressions joined after "from" or "between" as one stretch."""
    joined: list[_Written] = []
    for item in found:
        last = joined[-1] if joined else None
        if last is not None and JOINTS.fullmatch(text[last.end_char : item.start_char]):
            opening = FROM.search(text[: last.start_char].rstrip())
            if {last.rule, item.rule} == {"month alone"} and " and " in text[last.end_char : item.start_char]:
                days = calendar.spanned(last.settled.days, item.settled.days)  # "in May and June"
                is_settled = UNKNOWN not in (last.settled.days, item.settled.days)
                settled = Settled(days if is_settled else UNKNOWN, last.settled.date_from)
                joined[-1] = _Written(last.start_char, item.end_char, settled, "months")
                continue
            if opening is not None:
                days = calendar.spanned(last.settled.days, item.settled.days)
                is_settled = UNKNOWN not in (last.settled.days, item.settled.days)
                settled = Settled(days if is_settled else UNKNOWN, "range")
                joined[-1] = _Written(opening.start(), item.end_char, settled, "from to")
                continue
        joined.append(item)
    return joined


def _widened(text: str, item: _Written, published_on: date | None) -> _Written:
    """An expression with the "since", "until" or "by" before it, and with the happening it is said of."""
    opening = SINCE.search(text[: item.start_char].rstrip())
    is_owner = text[item.end_char :].startswith(("'s", "’s"))  # "shocked by tonight's attack"
    if opening is None or is_owner or item.rule in {"soon", "duration"}:
        return item
    low, high = item.settled.days
    if opening["word"].lower() in {"since", "starting", "beginning"}:
        days = Days(low, published_on if low is not None and published_on is not None else None)
        if days.high is not None and low is not None and days.high < low:
            days = Days(low, None)
    else:
        days = Days(None, high)
    word = opening["word"].lower()
    return _Written(opening.start(), item.end_char, Settled(days, "range"), f"{word} {item.rule}")


def _placed(sent: Span, item: _Written) -> DateExpression:
    span = sent.char_span(item.start_char, item.end_char, alignment_mode="expand")
    days, date_from = item.settled
    return DateExpression(span.start, span.end, days.low, days.high, date_from, item.rule)


def is_to_come(item: DateExpression, doc: Doc, published_on: date | None) -> bool:
    """Whether an expression is of a day after the publication, by its days or by its words: "next week"."""
    day = item.low or item.high
    if published_on is not None and day is not None:
        return day > published_on
    return item.rule != "anaphoric" and any(token.lower_ in COMING for token in doc[item.start : item.end])


def date_of(trigger: Token, dates: Sequence[DateExpression]) -> DateExpression | None:
    """The expression that dates the event a trigger tells of: nearest in the tree, else nearest in the clause.

    An expression that hangs on a verb of saying dates the saying ("the agency said on Sunday") unless it opens the
    sentence; one behind another event's verb is not taken.
    """
    if not dates:
        return None
    reached = [(distance(trigger, item.start, item.end), item) for item in dates]
    reached = [(cost, item) for cost, item in reached if cost <= FARTHEST and _may_last(trigger, item)]
    nearest = sorted(reached, key=lambda pair: (pair[1].rule in VAGUE, pair[0], -pair[1].start))
    return nearest[0][1] if nearest else None


def _may_last(trigger: Token, item: DateExpression) -> bool:
    """Whether the event may have gone on so long: "shelled it for hours before the men came" is said of the shells."""
    return item.rule != LASTING or not is_across_clauses(trigger, item.start, item.end)
