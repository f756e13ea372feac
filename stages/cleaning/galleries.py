"""Picture galleries run into a line: the counter and the title that stand before every caption, or all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from stages.cleaning.blocks import Span

COUNTER = re.compile(
    r"\b(?:(?:hide|show) caption|photos?|images?|pictures?|slides?) \d{1,3} of \d{1,3}\b:?\s*", re.IGNORECASE
)
WORD = re.compile(r"\S+\s*")
NUMBERED = re.compile(r"(?<!\S)(\d{1,3})/(\d{1,3})(?!\S)")  # "3/16 Horses drink at a well Reuters 4/16 A mill burns AP"
FEWEST = 4  # numbered pictures of a gallery
SHORTEST = 3  # words of a title that two captions share


def headings_in(text: str, block: Span) -> Iterator[Span]:
    """The counters of a gallery in a block and the title that its captions share; none without two counters.

    Pictures numbered up to their last are of other stories: what stands from the first number to the last is dropped.
    """
    if numbered := list(_numbered_in(text, block)):
        yield from numbered
        return
    found = list(COUNTER.finditer(text, block.start_char, block.end_char))
    if len(found) < 2:
        return
    ends = [*(match.start() for match in found[1:]), block.end_char]
    captions = [text[match.end() : end] for match, end in zip(found, ends, strict=True)]
    title = _title_of(captions).rstrip()
    heading = (
        re.compile(rf"(?:{COUNTER.pattern})?{re.escape(title)}\s*|{COUNTER.pattern}", re.IGNORECASE)
        if title
        else COUNTER
    )
    for match in heading.finditer(text, block.start_char, block.end_char):
        yield Span(match.start(), match.end())


def _title_of(captions: list[str]) -> str:
    """The words that most of the captions begin with; empty where they share too few."""
    shared = [_shared(one, other) for one, other in pairwise(captions)]
    titles = [words for words in shared if len(words) >= SHORTEST]
    return min(("".join(words) for words in titles), key=len) if len(titles) * 2 > len(shared) else ""


def _shared(one: str, other: str) -> list[str]:
    """The words at the head of both texts, each with the blanks behind it."""
    words: list[str] = []
    for first, second in zip(WORD.findall(one), WORD.findall(other), strict=False):
        if first != second:
            break
        words.append(first)
    return words


def _numbered_in(text: str, block: Span) -> Iterator[Span]:
    """The pictures from "1/16" to "16/16"."""
    first: re.Match[str] | None = None
    count = 0
    for match in NUMBERED.finditer(text, block.start_char, block.end_char):
        number, total = int(match.group(1)), int(match.group(2))
        is_next = first is not None and number == count + 1 and match.group(2) == first.group(2)
        first, count = (first, number) if is_next else (match, 1) if number == 1 else (None, 0)
        if first is not None and count == total >= FEWEST:
            yield Span(first.start(), match.end())
            first, count = None, 0
