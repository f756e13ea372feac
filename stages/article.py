"""Which blocks of a page are the article: the heaviest run of prose, with its headline and deck."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from stages.boilerplate import Block
from stages.headlines import headline_of

# Weights are in characters of prose: a run of prose bridges a gap when it is heavier than what stands in between.
GAP_WEIGHT = {"heading": -30.0, "fragment": -20.0, "furniture": -40.0, "byline": -10.0, "date": -10.0}
LIST_WEIGHT = -60.0
END_WEIGHT = -150.0
MAX_BLOCK_WEIGHT = 1500.0
MIN_PROSE_BEFORE_END = 300.0  # characters; "Comments" before that is a link at the head of the page
AFTER_END = 0.15  # what prose counts for after the end of the article: comments and legal notes are prose too
MIN_DECK_WORDS = 7
MAX_LINKS = 2  # short lines in a row that may be subheads; three are a list of links


@dataclass(frozen=True, slots=True)
class Verdict:
    """A block, whether it is kept, what it is to the article, and why it was dropped."""

    block: Block
    is_kept: bool
    kind: str
    reason: str | None


def verdicts_of(blocks: Sequence[Block], given_title: str | None = None) -> list[Verdict]:
    """A verdict on every block, in order. Nothing is kept when the page has no prose."""
    core = core_of(blocks)
    if core is None:
        return [_dropped(block) for block in blocks]
    headline = headline_of(blocks, core[0], given_title)
    first = core[0] if headline is None else min(headline, core[0])
    inner = range(first, core[1] + 1)
    listed = _listed_in(blocks, inner)
    linked = _linked_in(blocks, range(core[0], core[1] + 1))
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
        verdict = _inner_verdict(block, is_deck=at < core[0], is_linked=at in listed or at in linked, seen=seen)
        if verdict.is_kept:
            seen.add(block.folded)
        made.append(verdict)
    return made


def core_of(blocks: Sequence[Block]) -> tuple[int, int] | None:
    """The first and last block of the run whose weights add up to most; None when nothing has weight."""
    best, best_sum, start, total = None, 0.0, 0, 0.0
    prose, ended = 0.0, False
    for at, block in enumerate(blocks):
        ended = ended or (block.opens == "end" and prose >= MIN_PROSE_BEFORE_END)
        weight = _weight_of(block, ended=ended)
        prose += max(0.0, weight)
        if total <= 0:
            start, total = at, 0.0
        total += weight
        if total > best_sum:
            best, best_sum = (start, at), total
    return best


def _weight_of(block: Block, *, ended: bool) -> float:
    if block.is_running:
        weight = min(float(len(block.text)), MAX_BLOCK_WEIGHT)
        return weight * AFTER_END if ended else weight
    if block.opens == "end" and ended:
        return END_WEIGHT
    return LIST_WEIGHT if block.opens == "list" else GAP_WEIGHT[block.role]


def _dropped(block: Block) -> Verdict:
    kind = block.role if block.role in ("byline", "date") else "furniture"
    reason = block.reason or ("outside_article" if block.is_running else "link_list")
    return Verdict(block, False, kind, reason)


def _inner_verdict(block: Block, *, is_deck: bool, is_linked: bool, seen: set[str]) -> Verdict:
    if not block.is_running and not block.is_short:
        return _dropped(block)
    if is_linked:
        return Verdict(block, False, "furniture", "related_links")
    if block.folded in seen and block.word_count >= 3:
        return Verdict(block, False, "furniture", "repeated_deck" if block.is_running else "repeated")
    if is_deck:
        if block.is_running or (block.word_count >= MIN_DECK_WORDS and block.function_count >= 2):
            return Verdict(block, True, "deck", None)
        return _dropped(block)
    return Verdict(block, True, "paragraph", None)


def _listed_in(blocks: Sequence[Block], inner: range) -> set[int]:
    """Blocks under a heading such as "More on this story", up to where two paragraphs in a row resume the article."""
    listed: set[int] = set()
    is_open = False
    for at in inner:
        block = blocks[at]
        if block.opens == "list":
            is_open = True
        elif is_open and block.role == "prose" and _resumes(blocks, at, inner):
            is_open = False
        if is_open:
            listed.add(at)
    return listed


def _resumes(blocks: Sequence[Block], at: int, inner: range) -> bool:
    following = next((blocks[i] for i in range(at + 1, inner.stop) if blocks[i].role != "furniture"), None)
    return following is None or following.is_running


def _linked_in(blocks: Sequence[Block], core: range) -> set[int]:
    """Blocks of runs of more short lines than subheads come in."""
    linked: set[int] = set()
    for is_short, run in groupby(core, key=lambda at: blocks[at].is_short):
        members = list(run)
        if is_short and len(members) > MAX_LINKS:
            linked.update(members)
    return linked
