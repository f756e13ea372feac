"""The blocks of a plain text: paragraphs, headlines, menu lines, each as a span."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from stages.cleaning.prose import FUNCTION_WORDS, ends_as_sentence

# A text is taken as hard-wrapped only at widths that typewriters, terminals and mail programs wrap at.
MIN_WIDTH, MAX_WIDTH = 45, 130
RAGGED = 6  # characters that a full line may fall short of the width, the next word included
MIN_FULL_SHARE = 0.6  # of the lines that another one follows
MIN_OPEN_SHARE = 0.5  # of those lines end in the middle of a sentence; of a list of sentences none does
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
    lengths = sorted(line.indent + len(line.text) for chunk in chunks for line in chunk)
    width = lengths[len(lengths) * 95 // 100] if lengths else 0
    if not MIN_WIDTH <= width <= MAX_WIDTH:
        return 0
    within = [(a, b) for chunk in chunks for a, b in pairwise(chunk) if b.indent <= a.indent + 1]
    full = sum(_is_full(line, following, width) for line, following in within)
    open_ended = sum(not ends_as_sentence(line.text) for line, _ in within)
    is_wrapped = full >= MIN_FULL_SHARE * len(within) and open_ended >= MIN_OPEN_SHARE * len(within)
    return width if len(within) >= 2 and is_wrapped else 0


def _is_full(line: _Line, following: _Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted."""
    return line.indent + len(line.text) + 1 + len(following.text.split(None, 1)[0]) >= width - RAGGED


def _goes_on(line: _Line, following: _Line, width: int) -> bool:
    is_open = not ends_as_sentence(line.text)
    if width:
        is_long = is_open and 2 * len(line.text) >= width
        return following.indent <= line.indent + 1 and (is_long or _is_full(line, following, width))
    if not is_open or not following.text[0].islower() or following.text.startswith("by "):
        return False
    last = line.text.rsplit(None, 1)[-1].lower()
    return len(line.text) >= MIN_CONTINUED_CHARS or last.endswith(",") or last in FUNCTION_WORDS
