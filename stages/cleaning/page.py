"""A page cleaned: its kept text with the way back, and every block with the verdict on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stages.cleaning.article import Verdict, verdicts_of
from stages.cleaning.blocks import blocks_in
from stages.cleaning.boilerplate import blocks_of
from stages.cleaning.mojibake import unmangled
from stages.cleaning.phrases import Phrases
from stages.cleaning.pieces import MappedText, joined

MAX_PASSES = 8  # real pages settle in two; the last pass only confirms


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A block of the raw text with what was decided on it."""

    raw_start_char: int
    raw_end_char: int
    is_kept: bool
    kind: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The clean text, the headline's place in it, the verdicts of the first look, and every block in raw offsets."""

    text: MappedText
    title: str | None
    verdicts: tuple[Verdict, ...]
    blocks: tuple[RawBlock, ...]
    page: MappedText  # all that a reader of the page sees

    @property
    def kept_share(self) -> float:
        """The share of the visible characters that was kept."""
        visible = visible_count_of(self.page.text)
        return min(1.0, visible_count_of(self.text.text) / visible) if visible else 0.0

    @property
    def title_span(self) -> tuple[int, int] | None:
        """Where the headline stands as a block of the clean text."""
        if not self.title:
            return None
        at = 0
        for block in self.text.text.split("\n\n"):
            if block == self.title:
                return at, at + len(block)
            at += len(block) + 2
        return None


def visible_count_of(text: str) -> int:
    """How many characters of a text are not blank."""
    return sum(len(word) for word in text.split())


def clean_text(raw: str, *, phrases: Phrases, given_title: str | None = None) -> Cleaned:
    """A plain text cleaned until another look changes nothing, so that cleaning the outcome gives the outcome."""
    source = unmangled(raw)
    first = tuple(_look(source.text, phrases, given_title))
    blocks = raw_blocks(source, first)
    current = _kept(source, first)
    for _ in range(MAX_PASSES):
        verdicts = _look(current.text, phrases, None)
        following = _kept(current, verdicts)
        if following.text == current.text:
            break
        blocks = merged(blocks, raw_blocks(current, verdicts))
        current = following
    title = next((verdict.block.text for verdict in first if verdict.kind == "headline"), None)
    return Cleaned(current, title, first, tuple(blocks), source)


def _look(text: str, phrases: Phrases, given_title: str | None) -> list[Verdict]:
    return verdicts_of(blocks_of(text, blocks_in(text), phrases), given_title)


def _kept(source: MappedText, verdicts: Sequence[Verdict]) -> MappedText:
    return joined(
        source.part(verdict.block.start_char, verdict.block.end_char) for verdict in verdicts if verdict.is_kept
    )


def raw_blocks(source: MappedText, verdicts: Sequence[Verdict]) -> list[RawBlock]:
    """The judged blocks in raw offsets."""
    return [
        RawBlock(
            *source.raw_span(verdict.block.start_char, verdict.block.end_char),
            verdict.is_kept,
            verdict.kind,
            verdict.reason,
        )
        for verdict in verdicts
    ]


def merged(earlier: Sequence[RawBlock], later: Sequence[RawBlock]) -> list[RawBlock]:
    """What was dropped at first, and what a later look made of the rest, in order of place.

    The kind of a block that both kept is the earlier one's: it was judged among its surroundings.
    """
    kinds = {(block.raw_start_char, block.raw_end_char): block.kind for block in earlier if block.is_kept}
    dropped = [block for block in earlier if not block.is_kept]
    remade = [
        RawBlock(
            block.raw_start_char,
            block.raw_end_char,
            block.is_kept,
            kinds.get((block.raw_start_char, block.raw_end_char), block.kind) if block.is_kept else block.kind,
            block.reason,
        )
        for block in later
    ]
    return sorted([*dropped, *remade], key=lambda block: (block.raw_start_char, block.raw_end_char))
