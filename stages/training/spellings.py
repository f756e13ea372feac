"""Other spellings of transliterated names, as different newsrooms write them."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Protocol, TypeVar

Item = TypeVar("Item")


class Dice(Protocol):
    """What draws at random, seeded by whoever calls (`random.Random` is one)."""

    def random(self) -> float: ...

    def choice(self, seq: Sequence[Item], /) -> Item: ...

    def randint(self, a: int, b: int, /) -> int: ...


ARTICLES = ("al-", "al-", "al-", "Al-", "Al-", "el-", "El-", "Al ", "al ", "al-")
SUN_LETTERS = {"D": "ad-", "N": "an-", "R": "ar-", "S": "as-", "Sh": "ash-", "T": "at-", "Z": "az-"}
EXCHANGES = (
    ("ou", "u"),
    ("oo", "u"),
    ("u", "ou"),
    ("ee", "i"),
    ("aa", "a"),
    ("ei", "ai"),
    ("ai", "ei"),
    ("ay", "ai"),
    ("q", "k"),
    ("k", "q"),
    ("iy", "y"),
    ("ya", "iya"),
    ("ah", "a"),
    ("a", "ah"),
    ("dh", "d"),
    ("z", "dh"),
    ("j", "dj"),
    ("e", "a"),
    ("i", "e"),
    ("mm", "m"),
    ("ss", "s"),
    ("s", "ss"),
    ("dd", "d"),
    ("f", "ff"),
    ("r", "rr"),
    ("gh", "g"),
    ("aa", "a’a"),
    ("aa", "a'a"),
    ("sa", "s’a"),
    ("ri", "r’i"),
    ("ia", "i’a"),
    ("aad", "a’d"),
    ("ai", "a'i"),
    ("ou", "o"),
    ("sh", "ch"),
)
PLAIN_SHARE = 0.6  # of names printed without their accents, as wires do


def respelt(name: str, dice: Dice) -> str:
    """The name in another transliteration: article, doubled letters, vowels and apostrophes vary; often it stays."""
    name = re.sub(r"\b[Aa]l-(?=(Sh|[A-Z]))", lambda match: _article(match[1], dice), name)
    if dice.random() < 0.5:
        old, new = dice.choice(EXCHANGES)
        at = name.find(old, 1)
        if at > 0 and name[at - 1].isalpha():
            name = name[:at] + new + name[at + len(old) :]
    return name


def _article(letter: str, dice: Dice) -> str:
    if letter in SUN_LETTERS and dice.random() < 0.2:
        return SUN_LETTERS[letter]
    return dice.choice(ARTICLES)


def unaccented(name: str, dice: Dice) -> str:
    """The name, more often than not without its accents."""
    if dice.random() > PLAIN_SHARE:
        return name
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ø", "o").replace("‘", "'"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
