"""What tells running English prose from the furniture around it."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(?:\[\d{1,3}\])*$")
ANNOUNCED = re.compile(r"\b(?:said|says|added|told|stated|announced|wrote|writes|warned|asked|replied)\b[^:]{0,60}:$")

# The commonest words of English that carry no topic: about half of running prose, hardly any of a menu.
COMMON = """
a about after against all also although an and any are as at be because been before being between both but by can
could did do does during each even every few for from had has have he her here him his how i if in into is it its
just many may me might more most much must my near no nor not now of off on one only or other our out over own said
says she should since so some still such than that the their them then there these they this those through to too
two under until up us very was we were what when where which while who whom whose why will with within without would
you your
"""
FUNCTION_WORDS = frozenset(COMMON.split())

MIN_PROSE_WORDS = 8
MIN_PROSE_SHARE = 0.18  # of function words; wire prose runs at .35 to .5, menus and lists of headlines under .15
LONG_PROSE_CHARS = 140


def words_in(text: str) -> list[str]:
    """The words of a text, lower case, in order."""
    return [word.lower() for word in WORD.findall(text)]


def function_share_of(words: list[str]) -> float:
    """The share of function words among words; 0 for none."""
    return sum(word in FUNCTION_WORDS for word in words) / len(words) if words else 0.0


def ends_as_sentence(text: str) -> bool:
    """Whether a text ends with the stop of a sentence, closing quotes and brackets aside; " …" marks a cut."""
    tail = text[-16:].rstrip()
    return SENTENCE_END.search(tail) is not None and not tail.endswith((" …", " ..."))


def is_prose(text: str, words: list[str]) -> bool:
    """Whether a block reads as one or more full sentences."""
    if len(words) < MIN_PROSE_WORDS or function_share_of(words) < MIN_PROSE_SHARE:
        return False
    return ends_as_sentence(text) or len(text) >= LONG_PROSE_CHARS


def is_sentence(text: str, words: list[str]) -> bool:
    """Whether a short block reads as a sentence: it has a stop and at least one function word, or is quoted speech."""
    if len(words) < 3 or not (ends_as_sentence(text) or ANNOUNCED.search(text[-100:])):
        return False
    return any(word in FUNCTION_WORDS for word in words)
