"""Word pieces: what a contextual encoder reads in place of words, the longest it knows first (Wu et al. 2016)."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

FIRST, LAST, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"  # what opens and closes a sentence, and what no piece spells
INSIDE = "##"  # opens a piece that does not open its word
MOST = 24  # pieces of one word: addresses and rows of dashes run on
LOWER, TITLE, UPPER, FIGURES, MIXED, SIGNS = range(1, 7)  # shapes of words; an encoder that reads small letters asks


class WordPieces:
    """The pieces that an encoder knows, each with its number: its place in the list."""

    def __init__(self, pieces: Iterable[str]) -> None:
        self.pieces = tuple(pieces)
        self._numbers = {piece: number for number, piece in enumerate(self.pieces)}
        self.first, self.last, self.unknown = (self._numbers[piece] for piece in (FIRST, LAST, UNKNOWN))

    def of(self, word: str) -> list[int]:
        """The numbers of a word's pieces, in small letters without accents; at least one, at most MOST."""
        found = [number for part in _parts_of(_plain(word)) for number in self._spelt(part)]
        return found[:MOST] or [self.unknown]

    def _spelt(self, part: str) -> list[int]:
        found: list[int] = []
        start = 0
        while start < len(part):
            opening = INSIDE if start else ""
            known = (end for end in range(len(part), start, -1) if opening + part[start:end] in self._numbers)
            end = next(known, None)
            if end is None:
                return [self.unknown]
            found.append(self._numbers[opening + part[start:end]])
            start = end
        return found


def pool_of(pieces: Sequence[Sequence[int]], length: int) -> NDArray[np.float32]:
    """The weight of each of so many pieces in each word (words x length): a word is the mean of its pieces. The first
    piece opens the sentence and is none of a word's."""
    pool = np.zeros((len(pieces), length), dtype=np.float32)
    start = 1
    for at, numbers in enumerate(pieces):
        pool[at, start : start + len(numbers)] = 1 / len(numbers)
        start += len(numbers)
    return pool


def shape_of(word: str) -> int:
    """What small letters hide of a word: its capitals and figures."""
    if word.islower():
        return LOWER
    if word.istitle() or (word[:1].isupper() and word[1:].islower()):
        return TITLE
    if word.isupper():
        return UPPER
    if any(char.isdigit() for char in word):
        return FIGURES
    return MIXED if any(char.isalpha() for char in word) else SIGNS


def _plain(word: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(char) != "Mn")


def _parts_of(word: str) -> Iterator[str]:
    """Runs of letters and figures, and every sign by itself."""
    part = ""
    for char in word:
        is_sign = _is_sign(char)
        if is_sign or char.isspace():
            if part:
                yield part
            part = ""
        if is_sign:
            yield char
        elif not char.isspace():
            part += char
    if part:
        yield part


def _is_sign(char: str) -> bool:
    return unicodedata.category(char).startswith("P") or char in "$+<=>^`|~"
