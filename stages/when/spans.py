"""Written dates over a sentence: two joined to one, widened by what stands before, and nights told the day after."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from stages.when import calendar
from stages.when.calendar import UNKNOWN, Days
from stages.when.forms import FROM, SINCE, SINCE_THE
from stages.when.frames import Settled

IN_DAY = re.compile(r" (?:on|of) |,? ")  # "before dawn on Wednesday", "in the early hours of Monday"
JOINTS = re.compile(r" ?(?:and|to|until|till|through|[-–]) ?")
HAPPENING = re.compile(r" [a-z]+(?: d['’]état)?")
WHEN = re.compile(r",? (?:when|as)\b")
TOLD_ON = re.compile(
    r"\b(?:said|told|reported|announced|confirmed|added|tweeted|wrote|says)\b(?: [\w-]+){0,2}? (?:on )?"
    r"(?:late |early )?$"
)


@dataclass(frozen=True, slots=True)
class Written:
    """An expression over characters of the sentence."""

    start_char: int
    end_char: int
    settled: Settled
    rule: str
    started: Written | None = None


def joined(text: str, found: Sequence[Written]) -> list[Written]:
    """Two expressions joined after "from" or "between" as one stretch."""
    runs: list[Written] = []
    for item in _with_hours(text, found):
        last = runs[-1] if runs else None
        if last is not None and JOINTS.fullmatch(text[last.end_char : item.start_char]):
            opening = FROM.search(text[: last.start_char].rstrip())
            if {last.rule, item.rule} == {"month alone"} and " and " in text[last.end_char : item.start_char]:
                days = calendar.spanned(last.settled.days, item.settled.days)  # "in May and June"
                is_settled = UNKNOWN not in (last.settled.days, item.settled.days)
                settled = Settled(days if is_settled else UNKNOWN, last.settled.date_from)
                runs[-1] = Written(last.start_char, item.end_char, settled, "months")
                continue
            if {last.rule, item.rule} == {"year"} and _is_year_after(last, item):
                days = calendar.spanned(last.settled.days, item.settled.days)  # "in late 1940 and early 1941"
                runs[-1] = Written(last.start_char, item.end_char, Settled(days, "range"), "years")
                continue
            if opening is not None:
                days = calendar.spanned(last.settled.days, item.settled.days)
                is_settled = UNKNOWN not in (last.settled.days, item.settled.days)
                settled = Settled(days if is_settled else UNKNOWN, "range")
                runs[-1] = Written(opening.start(), item.end_char, settled, "from to")
                continue
        runs.append(item)
    return runs


def _with_hours(text: str, found: Sequence[Written]) -> list[Written]:
    """Days with the hour written before them: "in the early hours of Monday"."""
    days: list[Written] = []
    for item in found:
        last = days[-1] if days else None
        is_day = item.rule in {"weekday", "day"} and last is not None and last.rule == "time of day"
        if is_day and last is not None and IN_DAY.fullmatch(text[last.end_char : item.start_char]):
            days[-1] = Written(last.start_char, item.end_char, item.settled, item.rule)
        else:
            days.append(item)
    return days


def _is_year_after(first: Written, second: Written) -> bool:
    one, two = first.settled.days.low, second.settled.days.low
    return one is not None and two is not None and two.year == one.year + 1


def widened(text: str, item: Written, published_on: date | None) -> Written:
    """An expression with the "since", "until" or "by" before it, and with the happening it is said of."""
    before = text[: item.start_char].rstrip()
    named = SINCE_THE.search(before) if item.rule in {"year", "month"} else None
    happening = HAPPENING.match(text[item.end_char :]) if named is not None else None
    if named is not None and happening is not None:
        low = item.settled.days.low
        is_settled = low is not None and published_on is not None and low <= published_on
        days = Days(low, published_on if is_settled else None)
        return Written(named.start(), item.end_char + happening.end(), Settled(days, "range"), f"since {item.rule}")
    opening = SINCE.search(before)
    is_owner = text[item.end_char :].startswith(("'s", "’s"))  # "shocked by tonight's attack"
    is_counted = opening is not None and opening["happening"] and opening["word"].lower() in {"by", "before"}
    if opening is None or is_owner or is_counted or item.rule in {"soon", "duration"}:
        return item
    low, high = item.settled.days
    if opening["word"].lower() in {"since", "starting", "beginning"}:
        days = Days(low, published_on if low is not None and published_on is not None else None)
        if days.high is not None and low is not None and days.high < low:
            days = Days(low, None)
    else:
        is_before = opening["word"].lower() in {"before", "ahead of"} and low is not None
        days = Days(None, low - timedelta(1) if is_before and low is not None else high)
    word = opening["word"].lower()
    is_told = bool(opening["happening"]) or WHEN.match(text[item.end_char :]) is not None
    started = item if word == "since" and is_told else None
    return Written(opening.start(), item.end_char, Settled(days, "range"), f"{word} {item.rule}", started)


def at_night(text: str, found: Sequence[Written]) -> list[Written]:
    """The night of "fled overnight, a spokesman said on Wednesday": the one that ended on the Wednesday."""
    told = [item for item in found if item.rule in {"weekday", "day"} and TOLD_ON.search(text[: item.start_char])]
    day = told[0].settled.days.low if len(told) == 1 else None
    if day is None:
        return list(found)
    days = Days(day - timedelta(1), day)
    return [
        replace(item, settled=Settled(days, item.settled.date_from)) if _is_night(text, item) else item
        for item in found
    ]


def _is_night(text: str, item: Written) -> bool:
    return item.rule == "near day" and text[item.start_char : item.end_char].lower().startswith("overnight")
