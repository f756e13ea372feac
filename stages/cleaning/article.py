"""Which blocks of a page are the article: the heaviest run of prose, with its headline and deck."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stages.cleaning.boilerplate import Block
from stages.cleaning.headlines import headline_of, named_headline, stems_of, told_share_of
from stages.cleaning.lists import lists_in, notes_in

# Weights are in characters of prose: a run of prose bridges a gap when it is heavier than what stands in between.
GAP_WEIGHT = {"heading": -30.0, "fragment": -20.0, "furniture": -40.0, "byline": -10.0, "date": -10.0}
LIST_WEIGHT = -60.0
END_WEIGHT = -150.0
MAX_BLOCK_WEIGHT = 1500.0
# Before an article ends there is some of it: "Comments" above that is a link at the head of the page. Readers may write
# more than the outlet did, a footer is short.
MIN_PROSE_BEFORE_END = 300.0  # characters
MIN_SHARE_BEFORE = 0.5  # of the page's prose
MIN_SHARE_BEFORE_COMMENTS = 0.15
AFTER_END = 0.15  # what prose counts for after the end of the article: comments and legal notes are prose too
UNDER_TITLE = 600.0  # weight, in characters, of standing first below the page's own title
REACH = 40  # blocks
# A page without prose is kept as it is when it is this short and hardly any of its lines are furniture.
MAX_BARE = 12  # lines
MAX_BARE_FURNITURE = 0.3  # share of the blocks
MIN_BARE_WORDS = 6
MIN_DECK_WORDS = 7
MIN_TOLD = 0.4  # share of a deck's words that the article takes up


@dataclass(frozen=True, slots=True)
class Verdict:
    """A block, whether it is kept, what it is to the article, and why it was dropped."""

    block: Block
    is_kept: bool
    kind: str
    reason: str | None


def verdicts_of(blocks: Sequence[Block], given_title: str | None = None) -> list[Verdict]:
    """A verdict on every block, in order. Nothing is kept when the page has no prose."""
    title = named_headline(blocks, given_title)
    prose = core_of(blocks, title)
    core = prose or bare_core_of(blocks)
    if core is None:
        return [_dropped(block) for block in blocks]
    stems = stems_of(blocks, core)
    headline = headline_of(blocks, core, stems, given_title)
    first = core[0] if headline is None else min(headline, core[0])
    inner = range(first, core[1] + 1)
    body = range(core[0], core[1] + 1)
    dropped = dict.fromkeys(lists_in(blocks, inner, body) if prose else (), "related_links")
    dropped |= dict.fromkeys(notes_in(blocks, body), "author_note")
    seen: set[str] = set()
    made: list[Verdict] = []
    for at, block in enumerate(blocks):
        if at == headline:
            made.append(Verdict(block, True, "headline", None))
            seen.add(block.folded)
            continue
        if at not in inner:
            made.append(_dropped(block))
            continue
        verdict = _inner_verdict(block, is_deck=at < core[0], reason=dropped.get(at), stems=stems, seen=seen)
        if verdict.is_kept:
            seen.add(block.folded)
        made.append(verdict)
    return made


def core_of(blocks: Sequence[Block], title: int | None = None) -> tuple[int, int] | None:
    """The first and last block of the run whose weights add up to most; None when nothing has weight.

    Where the title's place is known, the article is looked for below it and soon.
    """
    best, best_sum, start, total = None, 0.0, 0, 0.0
    end = _end_of(blocks)
    under = _first_under(blocks, title)
    for at, block in enumerate(blocks):
        if total <= 0 or at == title:
            start, total = at, 0.0
        weight = _weight_of(block, is_ended=at >= end)
        if title is not None and at <= title:
            weight = min(weight, 0.0)
        total += weight + (UNDER_TITLE if at == under else 0.0)
        if total > best_sum:
            best, best_sum = (start, at), total
    return best


def bare_core_of(blocks: Sequence[Block]) -> tuple[int, int] | None:
    """The first and last line of a page without prose that is no menu either: a flash, a table of results."""
    plain = [at for at, block in enumerate(blocks) if block.is_short]
    words = sum(blocks[at].word_count for at in plain)
    furniture = sum(block.role == "furniture" for block in blocks)
    if len(plain) > MAX_BARE or words < MIN_BARE_WORDS or furniture > MAX_BARE_FURNITURE * len(blocks):
        return None
    return plain[0], plain[-1]


def _first_under(blocks: Sequence[Block], title: int | None) -> int | None:
    if title is None:
        return None
    return next((at for at in range(title + 1, min(title + REACH, len(blocks))) if blocks[at].role == "prose"), None)


def _end_of(blocks: Sequence[Block]) -> int:
    """The index of the block that ends the article: the first such phrase with prose enough before it."""
    weights = [float(len(block.text)) if block.is_running else 0.0 for block in blocks]
    before, whole = 0.0, sum(weights)
    for at, block in enumerate(blocks):
        if block.opens == "end" and before >= max(MIN_PROSE_BEFORE_END, _share_before(block) * whole):
            return at
        before += weights[at]
    return len(blocks)


def _share_before(block: Block) -> float:
    return MIN_SHARE_BEFORE_COMMENTS if block.reason == "comment_box" else MIN_SHARE_BEFORE


def _weight_of(block: Block, *, is_ended: bool) -> float:
    if block.is_running:
        weight = min(float(len(block.text)), MAX_BLOCK_WEIGHT)
        return weight * AFTER_END if is_ended else weight
    if block.opens == "end" and is_ended:
        return END_WEIGHT
    return LIST_WEIGHT if block.opens == "list" else GAP_WEIGHT[block.role]


def _dropped(block: Block) -> Verdict:
    kind = block.role if block.role in ("byline", "date") else "furniture"
    reason = block.reason or ("outside_article" if block.is_running else "link_list")
    return Verdict(block, False, kind, reason)


def _inner_verdict(
    block: Block, *, is_deck: bool, reason: str | None, stems: frozenset[str], seen: set[str]
) -> Verdict:
    if not block.is_running and not block.is_short:
        return _dropped(block)
    if reason is not None:
        return Verdict(block, False, "furniture", reason)
    if block.folded in seen and block.word_count >= 3:
        return Verdict(block, False, "furniture", "repeated_deck" if block.is_running else "repeated")
    if is_deck and not (block.is_running or _is_deck(block, stems)):
        return _dropped(block)
    return Verdict(block, True, "deck" if is_deck else "paragraph", None)


def _is_deck(block: Block, stems: frozenset[str]) -> bool:
    """Whether a heading between the headline and the first paragraph sums the article up."""
    is_phrase = block.word_count >= MIN_DECK_WORDS and block.function_count >= 2
    return is_phrase and told_share_of(block, stems) >= MIN_TOLD
