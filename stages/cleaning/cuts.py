"""Cuts inside a block: small print that shares a line with the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stages.cleaning.blocks import Span
from stages.cleaning.galleries import headings_in
from stages.cleaning.phrases import Phrases
from stages.cleaning.printed_dates import printed_dates_in
from stages.cleaning.prose import is_prose, words_in
from stages.cleaning.stamps import CLOCK, LABELLED_DATE, is_byline

SITE_MARK = re.compile(r" ?[|»«¦·•] ?| :: | — ?(?=[A-Z][\w.]+\.(?:com|org|net)\b)")
MAX_HEADING_CHARS = 220
MAX_TAIL_CHARS = 200  # a longer rest is an article that happens to use the words
TAIL_START = re.compile(r"(?<=[.!?…\"”’)\]])[ \t\u00a0]+|[ \t\u00a0](?=[\[(])")
BLANK = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Cut:
    """A span, and what it is when the cut alone tells."""

    span: Span
    reason: str | None = None


def cuts_in(text: str, block: Span, phrases: Phrases) -> Iterator[Cut]:
    """The parts of a block in order: mostly the block itself."""
    at = block.start_char
    for heading in headings_in(text, block):
        if at < heading.start_char:
            yield from _cuts_of(text, _trimmed(text, at, heading.start_char), phrases)
        yield Cut(_trimmed(text, heading.start_char, heading.end_char), "menu")
        at = heading.end_char
    yield from _cuts_of(text, _trimmed(text, at, block.end_char) if at > block.start_char else block, phrases)


def _cuts_of(text: str, block: Span, phrases: Phrases) -> Iterator[Cut]:
    start_char, end_char = block.start_char, block.end_char
    whole = text[start_char:end_char]
    site = _site_mark_in(whole)
    if site is not None:
        yield from _parts(text, block, start_char + site, "site_name", first=None)
        return
    stamp = _stamp_end(whole)
    if stamp:
        yield Cut(_trimmed(text, start_char, start_char + stamp), "date")
        start_char += stamp
        start_char += len(BLANK.match(text[start_char:end_char]).group())  # type: ignore[union-attr]
    tail = _tail_in(text[start_char:end_char], phrases)
    if tail is None:
        yield Cut(Span(start_char, end_char))
        return
    at, reason = tail
    yield from _parts(text, Span(start_char, end_char), start_char + at, reason, first=None)


def _parts(text: str, block: Span, at: int, reason: str, *, first: str | None) -> Iterator[Cut]:
    yield Cut(_trimmed(text, block.start_char, at), first)
    yield Cut(_trimmed(text, at, block.end_char), reason)


def _trimmed(text: str, start_char: int, end_char: int) -> Span:
    part = text[start_char:end_char]
    lead = len(part) - len(part.lstrip())
    return Span(start_char + lead, start_char + lead + len(part.strip()))


def _site_mark_in(block: str) -> int | None:
    """Where the name of the site begins in a heading such as "Headline | World | The Paper"."""
    if len(block) > MAX_HEADING_CHARS or "\n" in block:
        return None
    mark = SITE_MARK.search(block)
    if mark is None or mark.end() >= len(block) or CLOCK.search(block) or printed_dates_in(block) or is_byline(block):
        return None
    words = words_in(block[: mark.start()])
    return mark.start() if len(words) >= 3 and not is_prose(block, words_in(block)) else None


def _stamp_end(block: str) -> int:
    """How long the date stamp is that the first sentence runs on from; 0 without one."""
    head = block[:90]
    label = LABELLED_DATE.match(head)
    clock = CLOCK.match(head)
    if label is None and clock is None:
        return 0
    lead = label.end() if label else clock.end() if clock else 0
    for printed in printed_dates_in(head):
        if printed.start_char > lead + 12:
            return 0
        rest = block[printed.end_char :].lstrip(" ,-–|")
        if len(rest) >= 25 and (rest[0].isupper() or rest[0] in "“\"'‘"):
            return len(block) - len(rest)
    return 0


def _tail_in(block: str, phrases: Phrases) -> tuple[int, str] | None:
    """Where the closing small print of a block begins, and what it is."""
    low = max(0, len(block) - MAX_TAIL_CHARS)
    for boundary in TAIL_START.finditer(block, max(0, low - 2)):
        phrase = phrases.sentence(block[boundary.end() : boundary.end() + MAX_TAIL_CHARS])
        if phrase is not None:
            return boundary.end(), phrase.reason
    return None
