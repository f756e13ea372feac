"""The small print around an article: who signed it, when and where it was written."""

from __future__ import annotations

import re

from stages.cleaning.printed_dates import MONTHS, printed_dates_in, yearless_dates_in
from stages.cleaning.prose import FUNCTION_WORDS, ends_as_sentence

MAX_STAMP_CHARS = 160
SIGNED = re.compile(
    r"(?:story |words |text |reported |written |posted |published |report |reporting |analysis |submitted )?"
    r"(?:by|from|author|authors)(?:\s*+:)?\s+(?=[^\W\d_])",
    re.IGNORECASE,
)
SIGNATURE = re.compile(r"(?:-{2,3}|[–—])\s*(?=[^\W\d_a-z])")
LINKS = """
and in of the for at et de del della der van von bin ibn al el la le du da dos y with on
"""
NAME_LINKS = frozenset(LINKS.split())
# In capitals before a colon, and no towns.
HEADING_WORDS = """
update updated updates watch read note breaking exclusive opinion analysis correction corrections photo photos video
picture pictures image caption source sources host presenter narrator anchor reporter interviewer interview question
answer editor editorial comment feature profile timeline factbox explainer background summary headline subject date
from place live warning alert urgent flash also more related latest must full transcript announcer moderator audio
credit copyright published posted press for attention contact disclaimer spoiler verdict review poll quiz quote
"""
AFTER_NAMES = re.compile(
    r"(?:(?<!\s)\s+)?(?:[,|•·(@/–—]|\s-|--|\bin [A-Z]|\bfor [A-Z]|\bat [A-Z]|\bof the\b|\bupdated\b|\bpublished\b"
    r"|\bposted\b|\bin\b|\bon\b|$|\bissue\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d)",
    re.IGNORECASE,
)
CLOCK = re.compile(
    r"(?<![\d:.])[0-2]?\d:[0-5]\d(?::[0-5]\d(?:\.\d+)?)? ?(?:[ap]\.?m\.?)?(?![\d%])"
    r"|\b[01]?\d(?:\.[0-5]\d)? ?[ap]\.?m\b\.?"
    r"|\b[0-2]?\d\.[0-5]\d (?=[A-Z]{2,4}\b)|T\d\d:\d\d\S*",
    re.IGNORECASE,
)
AGO = re.compile(
    r"\b(?:\d+|an?|one|two|three) (?:second|minute|min|hour|hr|day|week|month|year)s? ago\b", re.IGNORECASE
)
STAMP_WORDS = re.compile(
    r"\b(?:date|of|publication|published|posted|updated|last|first|modified|created|on|at|by|time|edt|est|pdt|pst|cet|cest|"
    r"gmt|utc|bst|ist|et|pt|ct|local|msk|eat|wat|hkt|sgt|jst|aest|am|pm|"
    r"(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?|st|nd|rd|th|" + "|".join(MONTHS) + r")\b",
    re.IGNORECASE,
)
STAMPED_BY = re.compile(r"\bby (?P<name>[^\W\d_][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})(?= on |,|$)")
BAR = re.compile(r"\s[|•·]\s")  # between the parts of a stamp: the day, the author, the place
LABELLED_DATE = re.compile(
    r"(?:date of publication|publication date|publish(?:ed)?(?: on| at| date)?|first published|posted(?: on| at)?|"
    r"(?:last )?(?:updated|modified)(?: on| at)?|date|created)\s*+(?::\s*)?",
    re.IGNORECASE,
)
DATELINE_END = re.compile(r" ?[–—]+ ?| --? ?|-- ?|(?<=\d)- (?=[A-Z“\"'‘])|(?<=\)) +(?=[A-Z“\"'‘])|(?<=\)): ")
DATELINE_CHARS = 90
TOWN = re.compile(
    r"\b(?=[A-Z]{1,24} ?[A-Z]{2})[A-Z][A-Z'’-]{2,24}+(?:[ /][A-Z][A-Z'’-]{2,24}+){0,2}(?=: [“\"'‘]?[A-Z0-9])"
)  # before a colon, in capitals
HEADINGS = frozenset(HEADING_WORDS.split())
MAX_DATELINE_TOKENS = 12
TOKEN = re.compile(r"[^\W_][\w.'’/-]*")


def is_date_stamp(text: str) -> bool:
    """Whether a block is little else than a date, a time or "3 hours ago"."""
    if len(text) > MAX_STAMP_CHARS or (not any(char.isdigit() for char in text) and not AGO.search(text)):
        return False
    dates = printed_dates_in(text)
    if not (dates or CLOCK.search(text) or AGO.search(text) or yearless_dates_in(text)):
        return False
    if dates and BAR.search(text):
        return True
    left = STAMP_WORDS.sub("", AGO.sub("", CLOCK.sub("", STAMPED_BY.sub("", text))))
    return sum(char.isalpha() for char in left) <= 10


def is_labelled_date(text: str) -> bool:
    """Whether a block begins by saying when it was published or updated, and soon gives the date."""
    label = LABELLED_DATE.match(text)
    return label is not None and any(
        printed.start_char <= label.end() + 14 for printed in printed_dates_in(text[: label.end() + 50])
    )


def _are_names(tokens: list[str]) -> bool:
    return bool(tokens) and all(token.lower() in NAME_LINKS or not token[0].islower() for token in tokens)


def is_byline(text: str) -> bool:
    """Whether a block only says who wrote or filed the article."""
    if len(text) > MAX_STAMP_CHARS:
        return False
    signed = SIGNED.match(text)
    if signed is None:
        mark = SIGNATURE.match(text)
        rest = text[mark.end() :] if mark else ""
        tokens = TOKEN.findall(rest)
        return mark is not None and 2 <= len(tokens) <= 9 and _are_names(tokens) and not rest.endswith((".", "?", "!"))
    tokens = TOKEN.findall(text[signed.end() :])
    if len(tokens) > 8 and ends_as_sentence(text):
        return False  # capitals throughout make names of all words
    named = sum(not token[0].islower() for token in tokens)
    return (
        named >= 1 and named + sum(t.lower() in NAME_LINKS for t in tokens) >= 0.75 * len(tokens) and len(tokens) <= 24
    )


def names_in_byline(text: str) -> str | None:
    """The names of a byline, without "By", the place, the outlet or the date; null when none are left."""
    start = SIGNED.match(text) or SIGNATURE.match(text)
    rest = text[start.end() :] if start else text
    end = AFTER_NAMES.search(rest)
    names = (rest[: end.start()] if end else rest).strip(" .,;:|-–—")
    return names if names and not names[0].isdigit() else None


def names_in_stamp(text: str) -> str | None:
    """The author among the parts of a stamp such as "Monday, 21 March 2011 | Ann Other | Cairo", or after its "by"."""
    for part in BAR.split(text)[:4]:
        tokens = TOKEN.findall(part)
        if (
            2 <= len(tokens) <= 4
            and _are_names(tokens)
            and not any(char.isdigit() for char in part)
            and "," not in part
        ):
            return part.strip()
    by = STAMPED_BY.search(text)
    return by["name"] if by else None


def dateline_in(paragraph: str) -> str | None:
    """The dateline that a paragraph opens with, without the dash: "LAGOS", "SEOUL, April 20, 1997 (AFP)"."""
    town = TOWN.match(paragraph)
    if town is not None and len(paragraph) > DATELINE_CHARS and TOKEN.findall(town[0])[0].lower() not in HEADINGS:
        return town[0]  # "MULTAN: Six men"
    for end in DATELINE_END.finditer(paragraph[:DATELINE_CHARS]):
        opening = paragraph[: end.start()]
        is_bracketed = opening[:1] == "(" and opening[-1:] == ")" and end[0] != " "  # "(Nairobi) – Soldiers"
        if _is_place(opening[1:-1] if is_bracketed else opening):
            return opening.strip()
        if not opening.rstrip().endswith(")"):
            return None
    return None


def is_dateline(text: str) -> bool:
    """Whether a block is a dateline by itself: a place, a date, mostly an agency in brackets."""
    is_dated = bool(printed_dates_in(text[:DATELINE_CHARS]) or yearless_dates_in(text[:DATELINE_CHARS]))
    bare = text.rstrip(". –—-")
    return len(text) <= DATELINE_CHARS and is_dated and text[:1].isupper() and bare.endswith(")") and _is_place(bare)


def _is_place(opening: str) -> bool:
    """Whether every word of it is a name, a date or stands in brackets, and the first could be a town."""
    tokens = TOKEN.findall(opening)
    if not 1 <= len(tokens) <= MAX_DATELINE_TOKENS or not opening[:1].isupper() or ";" in opening:
        return False
    if tokens[0].lower() in FUNCTION_WORDS or opening.rstrip()[-1] in '.?!:"”':
        return False
    if not all(token[0].isupper() or token[0].isdigit() or token.lower() in NAME_LINKS for token in tokens):
        return False
    # "Egypt - " alone may begin any headline: a town in capitals, a comma, a date or an agency settles it.
    return (
        len(tokens) <= 2 or tokens[0].isupper() or "," in opening or "(" in opening or bool(yearless_dates_in(opening))
    )
