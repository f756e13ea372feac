"""Furniture that shows by its shape rather than by a fixed phrase: credits, notes on authors, pleas to subscribe."""

from __future__ import annotations

import re

from stages.cleaning.printed_dates import printed_dates_in
from stages.cleaning.prose import is_sentence
from stages.cleaning.stamps import CLOCK

MAX_CREDIT_WORDS = 14
MAX_NOTE_CHARS = 320
MAX_PLEA_CHARS = 260
MORE = re.compile(r"more (?:in |on |from |about )?[\w&' -]{3,30}", re.IGNORECASE)
CREDIT = re.compile(
    r"getty images|shutterstock|\bap photo\b|\b(?:afp|reuters|epa|ap|upi)/|/(?:afp|reuters|epa|ap|upi|getty)\b"
    r"|\bistock\b|\balamy\b|\bwikimedia\b|\bhandout (?:photo|via)|/handout|\bphotograph(?:er)?:"
    r"|^\(?(?:photo|image|picture|file)s?(?: (?:credit|by|courtesy|photo|picture)\b|[:/])",
    re.IGNORECASE,
)
SIGNED_COMMENT = re.compile(
    r"\b(?:says|said|wrote|writes|commented|replied)\s*:?$|^(?:says|posted by|comment by)\b", re.IGNORECASE
)
AUTHOR_NOTE = re.compile(
    r"^(?:[A-Z][\w.'’-]+ ){1,4}(?:is|are|covers|writes|reports|can be reached|can be contacted)\b"
    r"[^.]{0,60}(?:\bwriter|\breporter|\bcorrespondent|\beditor|\bjournalist|\bcolumnist|\bcontributor|\bproducer"
    r"|\bfreelance|\bbureau chief|@\w)"
)
CONTRIBUTION = re.compile(
    r"\bcontributed (?:to this (?:report|story|article)|reporting)\b|\breporting (?:by|from) [A-Z][^.]{3,80}; "
    r"|\bediting by [A-Z]"
)
RIGHTS = re.compile(
    r"\ball rights reserved\b|\bregistered charity\b|©|\bmay not be (?:published|reproduced|reprinted)\b", re.IGNORECASE
)
DESK = re.compile(r"\(?[a-z]{2,4}(?: ?[/-] ?[a-z]{2,4}){1,4}\)?|\(?[A-Z]{2,4}/[A-Z]{2,4}(?:/[A-Z]{2,4})*\)?")
PLEA = re.compile(
    r"\b(?:unsubscribe|newsletters?|inbox|opt[- ]in|no spam|e?-?mail address|privacy policy|terms of (?:use|service)"
    r"|our (?:app|website|web site|site|podcast|forums?)|your (?:blog|website|site)|click|sign up"
    r"|subscri(?:be|bed|bing|ption)s?)\b",
    re.IGNORECASE,
)
ADDRESSED = re.compile(r"\b(?:you|your|us|our|we|please|here)\b", re.IGNORECASE)
QUOTED = re.compile(r"^[\"“‘'«]|[\"“”]")


def small_print_of(part: str, words: list[str]) -> tuple[str, str | None] | None:
    """The reason to drop a block that its shape gives, and what it opens; null for all else."""
    if len(part) <= MAX_NOTE_CHARS and RIGHTS.search(part):
        return "footer", "end"
    if len(words) <= MAX_CREDIT_WORDS and not is_sentence(part, words):
        return _line_of(part, words)
    if len(part) <= MAX_NOTE_CHARS and CONTRIBUTION.search(part):
        return "author_note", None
    if len(part) <= MAX_PLEA_CHARS and PLEA.search(part) and ADDRESSED.search(part) and not QUOTED.search(part):
        return "subscription", None
    return None


def _line_of(part: str, words: list[str]) -> tuple[str, str | None] | None:
    if CREDIT.search(part):
        return "photo_credit", None
    if DESK.fullmatch(part):
        return "editorial_note", None
    if 2 <= len(words) <= 4 and MORE.fullmatch(part):
        return "related_links", "list"
    if SIGNED_COMMENT.search(part) and (printed_dates_in(part) or CLOCK.search(part)):
        return "comment_box", "end"
    if PLEA.search(part) and ADDRESSED.search(part):
        return "subscription", None
    return None


def is_author_note(part: str) -> bool:
    """Whether a block introduces a journalist, as the last lines of an article do; elsewhere one may be its subject."""
    return len(part) <= MAX_NOTE_CHARS and AUTHOR_NOTE.search(part) is not None
