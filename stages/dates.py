"""Time expressions of a sentence, the days they mean, and which of them dates an event."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from spacy.tokens import Doc, Span, Token

from stages.parsing.heads import NOUN_SUBJECTS
from stages.sentences import sents_of
from stages.when.clauses import has_year
from stages.when.content import is_across_clauses
from stages.when.distance import FARTHEST, distance
from stages.when.forms import FORMS, MONTHS, WEEKDAYS
from stages.when.frames import Frame
from stages.when.resolution import settle
from stages.when.spans import Written, at_night, joined, widened
from stages.words.people import PEOPLE, is_person_noun
from stages.words.wordlists import words_of


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A time expression over tokens `start` to `end`; its first and last day, null where nothing settles them."""

    start: int
    end: int
    low: date | None
    high: date | None
    date_from: str
    rule: str
    started: "DateExpression | None" = None  # the day itself of "since May, when"


# A verb that looks ahead, in the clause of the expression; and what begins a clause.
AHEAD = re.compile(
    r"\b(?:will|shall|due to|scheduled|set to|plans? to|plans an?|planned for|planning|expected to|is to|are to"
    r"|going to|intends? to|upcoming|(?:may|might|would)(?! have|-)|(?:promis|pledg|vow|agre)\w* to"
    r"|could(?: only)? (?:reach|begin|start|resume|come|take place|be held|arrive|open|happen))\b"
    r"|\bcall(?:s|ed|ing)? (?:for )?an? (?:[\w-]+ ){0,2}(?:strike|protest|rally|march|demonstration|sit-in|boycott)\b"
)
AHEAD_BESIDE = re.compile(  # "the planned April 9 rally", "a march on May 3 that will end at the palace"
    r"\b(?:planned|scheduled|upcoming|forthcoming)(?: (?:for|on))? \0|\0,? (?:that|which) (?:will|is due|are due)\b"
)
CLAUSE_START = re.compile(r"[,;:]|\b(?:where|who|which|when|after|since|because|that|as|they|he|she|we)\b")
# Months and days that are also words or names, and the words after which they are dates.
AMBIGUOUS = words_of("may march mar jan jun sun sat wed fri mon sep dec oct nov aug jul apr feb tue thu")
BEFORE_MONTH = words_of(
    "in since by until till last this next early late mid from during of to between and before after on"
)
HOURS_BETWEEN = frozenset({"from", "between", "to", "and", "until"})  # the hours of a curfew
BEFORE_FEAST = words_of("on at over since by until till during before after around this last")
NOT_YEARS_BEFORE = words_of(
    "some about around nearly almost over than least most to-date issue no route flight area room"
)
NOT_YEARS_AFTER = words_of("killed dead wounded km kilometres kilometers miles dollars tonnes tons feet metres meters")
# From these a story can go on: a day or month of its own, and no stretch or bare year.
TOLD = frozenset({"day", "month", "month alone", "iso day", "anaphoric"})
OF_NOW = frozenset({"weekday", "near stretch"})
NAMES = re.compile(r"\b(?:" + "|".join((*MONTHS, *WEEKDAYS)) + r")\b")
KEY = "dates"
DESCRIBING = frozenset({"acl", "acl:relcl"})
COMING = words_of("next tomorrow coming upcoming soon imminently")
VAGUE = frozenset({"duration", "time of day"})  # "in the early hours of Monday": the day is taken
LASTING = "duration"  # says least of when: a day beside it is taken, and it is of its own clause alone


def dates_in(sent: Span, published_on: date | None) -> list[DateExpression]:
    """The time expressions of a sentence, in order, without overlaps.

    Relative ones are counted from the publication date alone; when it is unknown their days are null. In a history,
    or where the publication date is unknown, a day without a year goes on from the last date told before it.
    """
    doc = sent.doc
    known: dict[tuple[int, date | None], list[DateExpression]] = doc.user_data.setdefault(KEY, {})
    if (sent.start, published_on) not in known:
        told: date | None = None
        year: int | None = None
        for each in sents_of(doc):
            found = _dates_of(each, published_on, told, year)
            known[each.start, published_on] = found
            years = [item.low.year for item in found if item.low and has_year(doc[item.start : item.end])]
            year = years[-1] if years else year
            told = None if any(_is_of_now(item.rule, published_on) for item in found) else told
            told = (
                next((item.low for item in reversed(found) if item.rule in TOLD and _goes_on(item, doc)), None) or told
            )
    own = known.get((sent.start, published_on))
    return _dates_of(sent, published_on, None) if own is None else own


def _goes_on(item: DateExpression, doc: Doc) -> bool:
    """Whether a story may go on from a date, and not from that of "a truce agreed in May" or "who fled in May"."""
    root = doc[item.start : item.end].root
    return item.low is not None and not any(token.dep_ in DESCRIBING for token in (root, *root.ancestors))


def _cased(text: str) -> str:
    """A text in capitals as it would be written otherwise, character for character."""
    if not text.isupper():
        return text
    lower = NAMES.sub(lambda match: match.group().capitalize(), text.lower())
    return lower if len(lower) == len(text) else text


def _is_history(told: date | None, published_on: date | None) -> bool:
    """Whether the story runs apart from the news: no known publication, or dates of a year and more before it."""
    return told is not None and (published_on is None or told.year < published_on.year - 1)


def _is_of_now(rule: str, published_on: date | None) -> bool:
    """Whether a text with a known day speaks of its own days again, and is no history: "on Wednesday", "last year"."""
    return published_on is not None and rule in OF_NOW


def _dates_of(
    sent: Span, published_on: date | None, narrated_on: date | None, year: int | None = None
) -> list[DateExpression]:
    text = _cased(re.sub(r"\s", " ", sent.text))
    found = at_night(text, joined(text, list(_written_in(text, published_on, narrated_on, year))))
    return [_placed(sent, widened(text, item, published_on)) for item in found]


def _written_in(text: str, published_on: date | None, told: date | None, year: int | None) -> Iterator[Written]:
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
        settled = settle(rule, _groups(match), Frame(published_on, is_ahead, narrated_on, year))
        told = None if _is_of_now(rule, published_on) else told
        told = settled.days.low if rule in TOLD and settled.days.low is not None else told
        yield Written(start, taken, settled, rule)


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
    if rule == "time of day" and match[0][-2:].lower().strip(".") in {"am", "pm", "m"} and led_by in HOURS_BETWEEN:
        return False
    if rule == "feast" and " " not in match["feast"]:
        return led_by in BEFORE_FEAST or match[0] != match["feast"]
    return True


def _placed(sent: Span, item: Written) -> DateExpression:
    span = sent.char_span(item.start_char, item.end_char, alignment_mode="expand")
    days, date_from = item.settled
    started = _placed(sent, item.started) if item.started is not None else None
    return DateExpression(span.start, span.end, days.low, days.high, date_from, item.rule, started)


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
    reached = [(distance(trigger, item.start, item.end), item) for item in dates]
    reached = [(cost, item) for cost, item in reached if cost <= FARTHEST and _may_last(trigger, item)]
    nearest = sorted(reached, key=lambda pair: (pair[1].rule in VAGUE, pair[0], -pair[1].start))
    if not nearest:
        return None
    item = nearest[0][1]
    behind = [each for each in dates if item.end <= each.start and _is_in_clause_of(trigger, each)]
    item = behind[-1] if behind and behind[-1].rule not in VAGUE else item  # "since May, when troops fired"
    return item.started if item.started is not None and _is_in_clause_of(trigger, item) else item


def _is_in_clause_of(trigger: Token, item: DateExpression) -> bool:
    """Whether an event is of the clause behind a day: "since May, when clashes erupted, ten people have died"."""
    doc = trigger.doc
    when = doc[item.end + (doc[item.end].text == ",")] if item.end + 1 < len(doc) else trigger
    is_opened = trigger.i >= item.end and when.lower_ in {"when", "as"}
    is_below = when.head == trigger or when.head.is_ancestor(trigger)
    return is_opened and (is_below or not doc.has_annotation("DEP"))


def _is_asked_for(trigger: Token, item: DateExpression) -> bool:
    """ "called for three days of mourning": the time is what is called for."""
    is_next = item.start == trigger.i + 1 and trigger.doc[item.start].lower_ == "for"
    return is_next and item.rule == LASTING and trigger.lower_ in {"called", "call", "calls", "calling", "appealed"}


def _may_last(trigger: Token, item: DateExpression) -> bool:
    """Whether an event may last, or be over by, a time: "shelled it for hours before they came" is of the shells.

    "was kidnapped and escaped after two years" is said of the escape.
    """
    root = trigger.doc[item.start : item.end].root
    verb = next((token for token in root.ancestors if token.tag_.startswith("VB")), trigger)
    is_end = item.rule == LASTING and trigger.doc[item.start].lower_ == "after"
    if is_end and verb != trigger and not verb.is_ancestor(trigger):
        return False
    own = (
        trigger
        if trigger.tag_.startswith("VB")
        else next((v for v in trigger.ancestors if v.tag_[:2] == "VB"), trigger)
    )
    if _is_asked_for(trigger, item) or (item.rule.startswith("as of") and trigger.dep_ == "obj"):
        return False
    if item.rule.startswith("by ") and item.start > trigger.i and verb != own and not trigger.is_ancestor(root):
        return False  # "opened an offensive and took the town by Friday": the town was taken by then
    return item.rule != LASTING or not (is_across_clauses(trigger, item.start, item.end) or _is_beside(trigger, root))


def _is_beside(noun: Token, time: Token) -> bool:
    """ "reporters there for the talks were held for hours": the talks are of the reporters, and not so long."""
    above = [noun, *takewhile(lambda token: not token.is_ancestor(time), noun.ancestors)]
    return noun.tag_[:2] == "NN" and above[-1].dep_ in NOUN_SUBJECTS and is_person_noun(above[-1]) and len(above) > 1
