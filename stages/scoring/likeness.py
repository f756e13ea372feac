"""When two texts say the same: words compared without case, possessives, articles and titles."""

import re
from collections import Counter

# Words that the same actor is written with and without; the list belongs to the measure and is not to be tuned.
RANKS = (
    "adm", "admiral", "brig", "brigadier", "capt", "captain", "col", "colonel", "gen", "general", "lieutenant", "lt",
    "maj", "major", "marshal", "sergeant", "sgt",
)  # fmt: skip
TITLES = (
    "air", "chief", "dr", "king", "minister", "miss", "mr", "mrs", "ms", "president", "prime", "prince", "rep",
    "representative", "secretary", "sen", "senator", "sir", "spokesman", "spokeswoman",
)  # fmt: skip
UNTOLD = frozenset({"a", "an", "of", "the", *RANKS, *TITLES})
SAME = 0.5  # texts with at least this share of words in common stand for one thing
WORD = re.compile(r"\w+")
POSSESSIVE = re.compile(r"['’]s\b")
ENDING = re.compile(r"(ing|ed|es|s|ings|ment|ments)$")


def words_of(text: str) -> list[str]:
    """The words that count; all of them when only articles and titles are left."""
    words = WORD.findall(POSSESSIVE.sub("", text.lower().replace(".", "")))
    return [word for word in words if word not in UNTOLD] or words


def likeness(text: str, other: str) -> float:
    """F1 of the words of two texts, from 0 to 1."""
    here, there = Counter(words_of(text)), Counter(words_of(other))
    shared = sum((here & there).values())
    return 2 * shared / (here.total() + there.total()) if shared else 0.0


def is_same(text: str | None, other: str | None) -> bool:
    """Whether both are empty, or stand for one thing."""
    if not text or not other:
        return not text and not other
    return likeness(text, other) >= SAME


def trigger_likeness(trigger: str | None, other: str | None) -> int:
    """2 for the same words, 1 for a word or stem in common, 0 when one is not known, -1 for none."""
    if not trigger or not other:
        return 0
    here, there = trigger.lower(), other.lower()
    if here == there:
        return 2
    if here in there or there in here or set(words_of(here)) & set(words_of(there)):
        return 1
    return 1 if _stems(here) & _stems(there) else -1


def _stems(text: str) -> set[str]:
    return {ENDING.sub("", word) for word in words_of(text)}
