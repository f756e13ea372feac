"""The headline of a page: which block it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from stages.cleaning.boilerplate import Block
from stages.cleaning.phrases import folded
from stages.cleaning.prose import FUNCTION_WORDS, words_in

MAX_HEADLINE_CHARS = 250
MIN_WORDS, MAX_WORDS = 3, 32
REACH = 45  # blocks above the article among which a headline is looked for; share bars and bylines come between
MAX_HEAD_BLOCKS = 3  # a page's title stands in its first blocks
TITLE_MARK = re.compile(r" [|–—:»«-]+ ")
MIN_REPEATED_CHARS = 12
MAX_SENTENCE_CHARS = 140
QUOTES = "\"“‘'«"
STAMPS = ("byline", "date")
MIN_STEMS = 3  # a menu's two words may both be in the article
STEM = 5  # letters by which a headline's "defected" is the article's "defections"
TOLD_IN = 3000  # characters of the article in which the words of its headline are sought
TOLD = 0.5  # share of a headline's words that the article takes up
MAX_LEADING = 2  # decks between the headline that a page begins with and its text
DECK_GAP = 4  # blocks from a headline down to its deck
DECK_RATIO = 0.75  # how long a headline is at most, by the length of a deck that is no sentence


def headline_of(
    blocks: Sequence[Block], core: tuple[int, int], stems: frozenset[str], given: str | None = None
) -> int | None:
    """The index of the headline, given the article's first and last block and its stems; None when none stands there.

    The title that came with the page is sure; then a page's title that comes back as a line of its own; else it is
    the article's first block when that reads as a headline, or the heading above whose words the article takes up.
    """
    named = named_headline(blocks[: core[0] + 1], given)
    if named is None:
        named = _repeated_title(blocks[: core[0] + 1], stems)
    if named is not None:
        return named
    is_first = _is_headline_first(blocks, core[0])
    above = range(max(0, core[0] - REACH), core[0])
    candidates = [at for at in above if _may_be_headline(blocks[at])] + [core[0]] * is_first
    best = max(candidates, key=lambda at: _likelihood(blocks, at, core[0], stems), default=None)
    if best is None or _likelihood(blocks, best, core[0], stems) <= 0:
        return 0 if core[0] == 1 and blocks[0].role == "heading" else None
    if 0 < best <= MAX_LEADING and _leads(blocks, best):
        return 0
    for at in candidates:  # the deck takes up more of the article than the headline above it
        if 0 < best - at <= DECK_GAP and _is_above_deck(blocks[at], blocks[best], stems):
            return at
    return best


def named_headline(blocks: Sequence[Block], given: str | None = None) -> int | None:
    """The block that says what the given title says, or the page's title without the site's name."""
    found = _named_title(blocks, {folded(given)}) if given else None
    for title in blocks[:MAX_HEAD_BLOCKS]:
        marks = list(TITLE_MARK.finditer(title.text)) if len(title.text) <= MAX_HEADLINE_CHARS else []
        names = {folded(title.text[: mark.start()]) for mark in marks}
        found = _named_title(blocks, names, but=title) if found is None else found
    return found


def _repeated_title(blocks: Sequence[Block], stems: frozenset[str]) -> int | None:
    """The page's title where it comes back as it is, and the article takes it up; a menu comes back too."""
    for title in blocks[:MAX_HEAD_BLOCKS]:
        if title.word_count >= MIN_WORDS and told_share_of(title, stems) >= TOLD:
            found = _named_title(blocks, {title.folded}, but=title)
            if found is not None:
                return found
    return None


def _named_title(blocks: Sequence[Block], names: set[str], but: Block | None = None) -> int | None:
    for at, block in enumerate(blocks):
        is_named = block.folded in names and len(block.folded) >= MIN_REPEATED_CHARS
        if is_named and block is not but and (block.is_short or block.is_running):
            return at
    return None


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
    if not block.is_short and not (block.is_running and len(block.text) <= MAX_SENTENCE_CHARS):
        return False
    return MIN_WORDS <= block.word_count <= MAX_WORDS and len(block.text) <= MAX_HEADLINE_CHARS


def stems_of(blocks: Sequence[Block], core: tuple[int, int]) -> frozenset[str]:
    """The first letters of the words that the beginning of an article is about."""
    told: list[str] = []
    for block in blocks[core[0] : core[1] + 1]:
        told.append(block.text[:TOLD_IN])
        if sum(map(len, told)) >= TOLD_IN:
            break
    return _stems_in(" ".join(told))


def _leads(blocks: Sequence[Block], best: int) -> bool:
    """Whether a page begins with its headline: a heading, shorter than the decks that alone stand below it."""
    first = blocks[0]
    plain = any(word[0].islower() and word not in FUNCTION_WORDS for word in first.text.split())  # a masthead has none
    is_heading = first.role == "heading" and first.word_count >= MIN_WORDS and plain
    return is_heading and all(b.is_short and len(b.text) > len(first.text) for b in blocks[1 : best + 1])


def _stems_in(text: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in words_in(text) if len(word) > 2 and word not in FUNCTION_WORDS)


def told_share_of(block: Block, stems: frozenset[str]) -> float:
    """The share of a heading's own words that the article takes up."""
    own = _stems_in(block.text)
    return len(own & stems) / max(MIN_STEMS, len(own))


def _is_above_deck(block: Block, deck: Block, stems: frozenset[str]) -> bool:
    """Whether a block is the headline of what reads as its deck: shorter, and no masthead."""
    is_shorter = deck.is_running or len(block.text) <= DECK_RATIO * len(deck.text)
    is_heading = block.is_short and block.word_count >= 5 and len(block.text) < len(deck.text)
    return is_heading and is_shorter and told_share_of(block, stems) >= TOLD


def _likelihood(blocks: Sequence[Block], at: int, core_start: int, stems: frozenset[str]) -> float:
    """How like a headline: the article takes up its words, it has the length of one, a stamp follows, it is near."""
    block = blocks[at]
    score = 2.5 * told_share_of(block, stems) - 0.02 * (core_start - at)
    score += 0.4 if block.word_count >= 5 else -0.4
    score += 0.2 if block.function_count else 0.0
    score -= 0.7 if block.is_running and block.text[-1] == "." else 0.0
    if any(other.role in STAMPS for other in blocks[at + 1 : min(at + 4, core_start + 1)]):
        score += 0.8
    return score - (0.6 if not block.function_count and block.word_count <= 4 else 0.0)
