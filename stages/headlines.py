"""The headline of a page: which block it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from stages.boilerplate import Block
from stages.phrases import folded

MAX_HEADLINE_CHARS = 250
MIN_WORDS, MAX_WORDS = 3, 32
REACH = 14  # blocks above the article among which a headline is looked for
MAX_HEAD_BLOCKS = 3  # a page's title stands in its first blocks
TITLE_MARK = re.compile(r" [|–—:»«-]+ ")
MIN_REPEATED_CHARS = 12
MAX_SENTENCE_CHARS = 140
QUOTES = "\"“‘'«"
STAMPS = ("byline", "date")


def headline_of(blocks: Sequence[Block], core_start: int, given: str | None = None) -> int | None:
    """The index of the headline, given the index of the article's first paragraph; None when none stands there.

    The title that came with the page is sure; then a page's title that comes back as a line of its own; else it is
    the likeliest heading above the article, or its first block when that reads as a headline.
    """
    named = _named_title(blocks, core_start, {folded(given)}) if given else None
    if named is None:
        named = _repeated_title(blocks, core_start)
    if named is not None:
        return named
    if _is_headline_first(blocks, core_start):
        return core_start
    low = max(0, core_start - REACH)
    candidates = [at for at in range(low, core_start) if _may_be_headline(blocks[at])]
    return max(candidates, key=lambda at: _likelihood(blocks, at, core_start), default=None)


def _is_headline_first(blocks: Sequence[Block], core_start: int) -> bool:
    """Whether the first running block is a headline: short, and set off by its stop or by the stamp below it."""
    block = blocks[core_start]
    following = blocks[core_start + 1] if core_start + 1 < len(blocks) else None
    if following is None or len(block.text) > MAX_SENTENCE_CHARS or "\n" in block.text or block.word_count < MIN_WORDS:
        return False
    if block.text[0] in QUOTES:
        return False
    return block.text[-1] in "?!" or following.role in STAMPS or following.reason == "link"


def _may_be_headline(block: Block) -> bool:
    if not block.is_short and not (block.role == "sentence" and len(block.text) <= 120):
        return False
    return MIN_WORDS <= block.word_count <= MAX_WORDS and len(block.text) <= MAX_HEADLINE_CHARS


def _repeated_title(blocks: Sequence[Block], core_start: int) -> int | None:
    for title in blocks[:MAX_HEAD_BLOCKS]:
        if title.word_count < MIN_WORDS or len(title.text) > MAX_HEADLINE_CHARS:
            continue
        names = {title.folded, *(folded(title.text[: mark.start()]) for mark in TITLE_MARK.finditer(title.text))}
        found = _named_title(blocks, core_start, names, after=title)
        if found is not None:
            return found
    return None


def _named_title(blocks: Sequence[Block], core_start: int, names: set[str], after: Block | None = None) -> int | None:
    for at in range(core_start + 1):
        block = blocks[at]
        is_named = block.folded in names and len(block.folded) >= MIN_REPEATED_CHARS
        if is_named and block is not after and (block.is_short or block.is_running):
            return at
    return None


def _likelihood(blocks: Sequence[Block], at: int, core_start: int) -> float:
    """How like a headline: its length, what follows it, and how near the article it is."""
    block = blocks[at]
    score = -0.08 * (core_start - at)
    score += 1.0 if block.word_count >= 5 else 0.0
    score += 0.5 if block.function_count else 0.0
    score -= 0.7 if block.role == "sentence" else 0.0
    following = next((other for other in blocks[at + 1 : core_start + 1] if other.role != "furniture"), None)
    if following is not None and following.role in ("byline", "date"):
        score += 1.2
    before = blocks[at - 1] if at else None
    if before is None or before.role == "furniture":
        score += 0.4
    return score
