"""Spelling: keys under which the ways to write one name in Latin letters fall together."""

import hashlib
import re
from functools import lru_cache

from anyascii import anyascii

ARTICLES = frozenset(
    (
        "al",
        "el",
        "ad",
        "ed",
        "ar",
        "er",
        "as",
        "es",
        "ash",
        "esh",
        "at",
        "et",
        "an",
        "en",
        "az",
        "ez",
        "adh",
        "il",
        "ul",
    )
)
SHORT = {"saint": "st", "mount": "mt", "fort": "ft"}
INNER_DOT = re.compile(r"\.(?=\w)")  # U.S. is one word, St. Louis two
APOSTROPHES = re.compile(r"['`´’‘ʼʻʿʾ\"]")
NOT_WORD = re.compile(r"[^a-z0-9]+")
GLUED_ARTICLE = re.compile(r"^[ae]l(?=[b-df-hj-np-tv-z].{3})")
DIGRAPHS = (
    ("tch", "C"), ("sch", "S"), ("sh", "S"), ("ch", "S"), ("kh", "X"), ("gh", "g"), ("th", "t"), ("dh", "d"),
    ("ph", "f"), ("dj", "j"), ("dzh", "j"), ("zh", "j"), ("ck", "k"), ("q", "k"), ("c", "k"), ("x", "ks"),
)  # fmt: skip
INNER_VOWELS = re.compile(r"(?<=.)[aeiouyw]+")
FIRST_VOWEL = re.compile(r"^[aeiou]+")
DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """The name in lower-case ASCII letters and digits, its words parted by single blanks: Ar Raqqah is ar raqqah."""
    if name.isascii() and name.isalpha():  # one plain word, as most names of places are
        word = name.lower()
        return SHORT.get(word, word)
    plain = APOSTROPHES.sub("", INNER_DOT.sub("", name))
    if not plain.isascii():
        plain = APOSTROPHES.sub("", anyascii(plain))
    words = [SHORT.get(word, word) for word in NOT_WORD.sub(" ", plain.lower()).split()]
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """The consonants that survive transliteration: Deir ez-Zor, Dayr az Zawr and Dair Alzour are all dr zr.

    Vowels, glides, doubled letters, articles and a final h fall away; a first vowel stays as a. Empty for a name in
    which too little is left to tell anything (fewer than two letters).
    """
    words = folded(name).split()
    kept = [word for word in words if word not in ARTICLES] if len(words) > 1 else words
    bones = " ".join(bone for bone in (_bones(word) for word in kept) if bone)
    return bones if len(bones) >= 2 else ""


def _bones(word: str) -> str:
    word = GLUED_ARTICLE.sub("", word)
    for written, letter in DIGRAPHS:
        word = word.replace(written, letter)
    if len(word) > 3 and word[-2:] in ("ah", "eh", "ih"):
        word = word[:-1]
    word = INNER_VOWELS.sub("", FIRST_VOWEL.sub("a", word))
    return DOUBLED.sub(r"\1", word)


def name_hash(key: str) -> int:
    """A signed 64-bit hash of a key, the same on every machine."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big", signed=True)


@lru_cache(maxsize=65536)
def bare(name: str) -> str:
    """The folded name without its articles and blanks: Dair Alzour is dairzour. For comparing by letters."""
    words = folded(name).split()
    kept = [word for word in words if word not in ARTICLES] if len(words) > 1 else words
    return "".join(GLUED_ARTICLE.sub("", word) for word in kept)
