"""Names of persons: their parts, and whether two spellings can be of one name."""

import re
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from stages.naming.spelling import ARTICLES, folded, skeleton

SERVANT = re.compile(r"abd[aeou]l?")
SERVANT_OF = re.compile(r"abd[aeou]l?(?=[a-z]{4})")
LINKS = frozenset({"bin", "ibn", "ben", "bint", "van", "von", "der", "den", "de", "da", "del", "di", "dos"})
KUNYA = frozenset({"abu", "abou", "umm", "um", "aboul", "abul"})
LIKE = 0.77  # Jaro-Winkler of spellings of one part; Ibrahim and Ebraheem have .78, Dhoni and Dhawan .76
QAF = re.compile(r"^[gq]")
CONSONANTS = re.compile(r"[b-df-hj-np-tvxz]+")
# What a written vowel may stand for. Arabic has a, i and u; English e is a or i, o is u.
SOUNDS = {"a": "a", "e": "ai", "i": "i", "y": "i", "o": "u", "u": "u", "w": "u"}


@lru_cache(maxsize=65536)
def parts_of(name: str) -> tuple[str, ...]:
    """The parts of a person's name without articles: Abd al-Rahman Abu Omar is abdrahman, abu omar."""
    parts: list[str] = []
    joined = ""
    for word in folded(name).split():
        if word in ARTICLES or word in LINKS:
            continue
        if SERVANT.fullmatch(word) or word == "abd":
            joined = "abd"
        elif word in KUNYA:
            joined = "abu "
        else:
            plain = word[2:] if re.match(r"[ae]l[b-df-hj-np-tv-z].{3}", word) and parts else word
            parts.append(joined + SERVANT_OF.sub("abd", plain))
            joined = ""
    return tuple(parts)


@lru_cache(maxsize=65536)
def bones_of(part: str) -> str:
    """What is compared first: the consonants of a part. Arabic qaf at its head is written q, k or g."""
    return QAF.sub("k", skeleton(part) or folded(part))


def parts_agree(one: str, other: str) -> bool:
    """Whether two parts can spell one name: the same consonants, and between them vowels of the same sound.

    Riad and Riyad agree, and so do Mohammed and Muhammad; Hassan and Hussein, Jamal and Jamil do not.
    """
    if one == other:
        return True
    if bones_of(one) != bones_of(other) or {one[0], other[0]} == {"g", "k"}:  # Gamal is not Kamal
        return False
    if JaroWinkler.similarity(QAF.sub("k", one), QAF.sub("k", other)) < LIKE:
        return False
    mine, others = _vowels(one), _vowels(other)
    if len(mine) != len(others):
        return False
    return all(not left or not right or left & right for left, right in zip(mine, others, strict=True))


@lru_cache(maxsize=65536)
def _vowels(part: str) -> tuple[frozenset[str], ...]:
    """The sounds each stretch of vowels may have, from the first consonant to the last."""
    stretches = CONSONANTS.split(part.replace(" ", "").removesuffix("h"))
    return tuple(frozenset("".join(SOUNDS.get(letter, "") for letter in stretch)) for stretch in stretches[:-1])


def names_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names can be one: first and last part agree, and the shorter's middle parts are the longer's."""
    if min(len(one), len(other)) < 2 or not (parts_agree(one[0], other[0]) and parts_agree(one[-1], other[-1])):
        return False
    shorter, longer = sorted((one[1:-1], other[1:-1]), key=len)
    rest = iter(longer)
    return all(any(parts_agree(part, candidate) for candidate in rest) for part in shorter)


def is_first_of(short: str, parts: tuple[str, ...]) -> bool:
    """Whether a name of one part can be the first part of a full name: a family name in East Asia, a first name."""
    mine = parts_of(short)
    return len(mine) == 1 and len(parts) > 1 and parts_agree(mine[0], parts[0])


def is_part_of(short: str, parts: tuple[str, ...]) -> bool:
    """Whether a name of one part can be the last part of a full name, or its only distinctive one."""
    mine = parts_of(short)
    return len(mine) == 1 and bool(parts) and parts_agree(mine[0], parts[-1])
