"""The blocks of a plain text: paragraphs, headlines, menu lines, each as a span."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from stages.prose import ends_as_sentence

# A text is taken as hard-wrapped only at widths that typewriters, terminals and mail programs wrap at.
MIN_WIDTH, MAX_WIDTH = 45, 130
MIN_FULL_SHARE = 0.7
MIN_CONTINUED_CHARS = 35  # shorter lines before a small letter are menus ("My account" / "sign out")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text, half open."""

    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True)
class _Line:
    start_char: int
    end_char: int
    indent: int
    text: str


def blocks_in(text: str) -> list[Span]:
    """The blocks of a plain text, in order, without the blank around them.

    A blank line ends a block. A line break ends one too, unless the lines are evidently one wrapped paragraph.
    """
    chunks = list(_chunks_in(text))
    width = _width_of(chunks)
    return [span for chunk in chunks for span in _paragraphs_in(chunk, width or _width_of([chunk]))]


def _chunks_in(text: str) -> Iterator[list[_Line]]:
    chunk: list[_Line] = []
    at = 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            indent = len(line) - len(line.lstrip())
            start_char = at + indent
            chunk.append(_Line(start_char, start_char + len(stripped), indent, stripped))
        elif chunk:
            yield chunk
            chunk = []
        at += len(line)
    if chunk:
        yield chunk


def _paragraphs_in(chunk: Sequence[_Line], width: int) -> Iterator[Span]:
    start_char = chunk[0].start_char
    for line, following in pairwise(chunk):
        if not _goes_on(line, following, width):
            yield Span(start_char, line.end_char)
            start_char = following.start_char
    yield Span(start_char, chunk[-1].end_char)


def _width_of(chunks: Sequence[Sequence[_Line]]) -> int:
    """The width that the lines are wrapped at; 0 when they are not wrapped."""
    width = max((len(line.text) + line.indent for chunk in chunks for line in chunk), default=0)
    if not MIN_WIDTH <= width <= MAX_WIDTH:
        return 0
    within = [(a, b) for chunk in chunks for a, b in pairwise(chunk) if b.indent <= a.indent + 1]
    full = sum(_is_full(line, following, width) for line, following in within)
    return width if len(within) >= 2 and full >= MIN_FULL_SHARE * len(within) else 0


def _is_full(line: _Line, following: _Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted, give or take three characters."""
    return line.indent + len(line.text) + 1 + len(following.text.split(None, 1)[0]) >= width - 3


def _goes_on(line: _Line, following: _Line, width: int) -> bool:
    if width:
        return following.indent <= line.indent + 1 and _is_full(line, following, width)
    if ends_as_sentence(line.text) or len(line.text) < MIN_CONTINUED_CHARS:
        return False
    return following.text[0].islower() and not following.text.startswith("by ")
