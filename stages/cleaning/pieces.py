"""Text that remembers where it stands in the raw text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

BLOCK_BREAK = "\n\n"  # stands between two blocks of a clean text and belongs to no piece


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters and the run of raw characters it stands for.

    Equal lengths mean that the raw text reads the same there; unequal lengths mark an entity, a line-break tag, or a
    repaired misreading of bytes, which is only ever taken as a whole.
    """

    start_char: int
    raw_start_char: int
    length: int
    raw_length: int

    @property
    def end_char(self) -> int:
        return self.start_char + self.length

    @property
    def raw_end_char(self) -> int:
        return self.raw_start_char + self.raw_length

    @property
    def is_quote(self) -> bool:
        return self.length == self.raw_length


@dataclass(frozen=True, slots=True)
class MappedText:
    """A text and its pieces, in order of `start_char` and without overlap."""

    text: str
    pieces: tuple[Piece, ...]

    def part(self, start_char: int, end_char: int) -> MappedText:
        """The text between two of its offsets, with its pieces moved to start at nought."""
        first = max(0, bisect_right(self.pieces, start_char, key=lambda piece: piece.start_char) - 1)
        cut: list[Piece] = []
        for piece in map(self.pieces.__getitem__, range(first, len(self.pieces))):
            if piece.start_char >= end_char:
                break
            low, high = max(piece.start_char, start_char), min(piece.end_char, end_char)
            if low >= high:
                continue
            cut.append(_clipped(piece, low, high, start_char))
        return MappedText(self.text[start_char:end_char], tuple(cut))

    def raw_span(self, start_char: int, end_char: int) -> tuple[int, int]:
        """The raw offsets from the first to the last raw character that the span stands for.

        Raises ValueError when the span covers no piece, as a bare block break does not.
        """
        return raw_span_of(self.pieces, start_char, end_char)


def _clipped(piece: Piece, low: int, high: int, origin: int) -> Piece:
    if piece.is_quote:
        return Piece(low - origin, piece.raw_start_char + low - piece.start_char, high - low, high - low)
    return Piece(low - origin, piece.raw_start_char, high - low, piece.raw_length)


def raw_span_of(pieces: tuple[Piece, ...], start_char: int, end_char: int) -> tuple[int, int]:
    """Raw offsets of a span of a text, given the pieces of that text; ValueError when it covers none of them."""
    first = max(0, bisect_right(pieces, start_char, key=lambda piece: piece.start_char) - 1)
    raw_start_char = raw_end_char = -1
    for piece in map(pieces.__getitem__, range(first, len(pieces))):
        if piece.start_char >= end_char:
            break
        low, high = max(piece.start_char, start_char), min(piece.end_char, end_char)
        if low >= high:
            continue
        cut = _clipped(piece, low, high, 0)
        raw_start_char = cut.raw_start_char if raw_start_char < 0 else raw_start_char
        raw_end_char = cut.raw_end_char
    if raw_start_char < 0:
        raise ValueError(f"characters {start_char} to {end_char} stand for nothing in the raw text")
    return raw_start_char, raw_end_char


def mapped(raw: str) -> MappedText:
    """A raw text that stands for itself."""
    return MappedText(raw, (Piece(0, 0, len(raw), len(raw)),) if raw else ())


def joined(parts: Iterable[MappedText]) -> MappedText:
    """Parts set one after another with a block break between them."""
    texts: list[str] = []
    pieces: list[Piece] = []
    at = 0
    for part in parts:
        if texts:
            at += len(BLOCK_BREAK)
        texts.append(part.text)
        pieces.extend(replace(piece, start_char=piece.start_char + at) for piece in part.pieces)
        at += len(part.text)
    return MappedText(BLOCK_BREAK.join(texts), tuple(pieces))
