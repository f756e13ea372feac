"""Lists of other articles inside or right below an article, and the notes at its end: found by their shape."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from stages.cleaning.boilerplate import Block
from stages.cleaning.small_print import is_author_note

MAX_LINKS = 2  # short lines in a row that may be subheads; three are a list of links
MIN_TEASERS = 2  # headline and teaser in turn: one is a subhead with its paragraph
MIN_HEADLINE_WORDS = 5  # of the headlines between teasers; subheads are shorter
MAX_TEASER_SHARE = 0.6  # of the prose; where more of it alternates so, the article itself does


def lists_in(blocks: Sequence[Block], inner: range, core: range) -> set[int]:
    """The blocks, out of those from the headline to the end of the article, that list other articles."""
    return _announced(blocks, inner) | _linked(blocks, core) | _teased(blocks, core)


def notes_in(blocks: Sequence[Block], core: range) -> set[int]:
    """The notes on the authors with which an article ends."""
    notes: set[int] = set()
    for at in reversed(core):
        if is_author_note(blocks[at].text):
            notes.add(at)
        elif blocks[at].is_running:
            break
    return notes


def _announced(blocks: Sequence[Block], inner: range) -> set[int]:
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


def _linked(blocks: Sequence[Block], core: range) -> set[int]:
    """Short lines that are no subheads: too many between two paragraphs, or a single word among small print."""
    linked: set[int] = set()
    for is_running, run in groupby(core, key=lambda at: blocks[at].is_running):
        members = list(run)
        short = [at for at in members if blocks[at].is_short]
        if is_running:
            continue
        if len(short) > MAX_LINKS:
            linked.update(short)
        elif len(members) > 1:
            linked.update(at for at in short if blocks[at].word_count < 2)
    return linked


def _teased(blocks: Sequence[Block], core: range) -> set[int]:
    """Headlines and single paragraphs in turn after the last two paragraphs that stand together."""
    plain = [at for at in core if blocks[at].is_running or blocks[at].is_short]
    pairs = [i + 1 for i, (a, b) in enumerate(pairwise(plain)) if blocks[a].is_running and blocks[b].is_running]
    if not pairs:
        return set()
    tail = plain[pairs[-1] + 1 :]
    teasers = [at for at in tail if blocks[at].is_running]
    headlines = [at for at in tail if blocks[at].is_short and blocks[at].word_count >= MIN_HEADLINE_WORDS]
    teased = sum(len(blocks[at].text) for at in teasers)
    whole = sum(len(blocks[at].text) for at in plain if blocks[at].is_running)
    if len(teasers) < MIN_TEASERS or len(headlines) < len(teasers) or teased > MAX_TEASER_SHARE * whole:
        return set()
    return set(tail)
