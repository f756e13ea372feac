"""Bytes that were read in the wrong encoding: found, repaired, and the repair recorded."""

from __future__ import annotations

import re
from functools import lru_cache

import ftfy
from ftfy.badness import is_bad

from stages.cleaning.pieces import MappedText, Piece

# UTF-8 read as a one-byte encoding never touches ASCII, save that a no-break space is often printed as a blank.
FOREIGN_RUN = re.compile(r"[^\x00-\x7f]+(?: (?=[^\x00-\x7f]))?")


def unmangled(text: str) -> MappedText:
    """The raw text with every misread run of characters repaired by ftfy; each repair is a piece of its own."""
    if text.isascii() or not is_bad(text):
        return MappedText(text, (Piece(0, 0, len(text), len(text)),) if text else ())
    parts: list[str] = []
    pieces: list[Piece] = []
    at = raw_at = 0

    def take(part: str, raw_length: int) -> None:
        nonlocal at, raw_at
        if part:
            pieces.append(Piece(at, raw_at, len(part), raw_length))
            parts.append(part)
        at, raw_at = at + len(part), raw_at + raw_length

    for line in text.splitlines(keepends=True):
        if not is_bad(line):
            take(line, len(line))
            continue
        done = 0
        for run in FOREIGN_RUN.finditer(line):
            repair = _repaired(run.group())
            if len(repair) < len(run.group()):  # a repair of equal length would pass for a quotation
                take(line[done : run.start()], run.start() - done)
                take(repair, len(run.group()))
                done = run.end()
        take(line[done:], len(line) - done)
    return MappedText("".join(parts), tuple(pieces))


@lru_cache(maxsize=4096)
def _repaired(run: str) -> str:
    return ftfy.fix_encoding(run)
