"""Names that corpora bound and label by conventions of their own, brought to one: that of UD English GUM."""

import re
from collections.abc import Collection, Sequence

from stages.training.names import UNKNOWN, Named
from stages.words.wordlists import words_of

ARTICLE = re.compile(r"the ")  # "The Hague" keeps its own
MAIL = re.compile(r"\S+@\S+")
POSSESSIVE = re.compile(r"['’]s$")
SITES = words_of("""
    Museum Hotel Hall Station Airport Airfield Stadium Arena Theatre Theater Palace Castle Cathedral Mosque Temple
    Bridge Base Planetarium Zoo Park
""")
# Kinds of centre that are sites.
CENTRES = words_of("Space Flight Science Convention Conference Trade Visitor Visitors")

Name = tuple[int, int, str]


def mended(texts: Sequence[Named], lands: Collection[str]) -> list[Named]:
    """The texts with names that hold no article, possessive or mail address, where lands and sites are always places.

    EWT-NNER takes two fifths of the lands for organisations, because they act, every mail address for a person, and a
    possessive into one name of twenty; the test set, other annotators' work, does nothing of the kind. Lands left
    unmarked ("US troops", and a third of those in CrossNER) become unknown. Museums, stations, bases and the like are
    places in GUM 74 times of 76, in EWT-NNER 11 times of 19, in CrossNER 144 times of 169.
    """
    known = {named.text[start:end] for named in texts for start, end, _ in named.names}
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(lands, key=len, reverse=True)))})(?!\w)")
    return [_with_lands_unknown(_alike(named, known, lands), pattern) for named in texts]


def _alike(named: Named, known: Collection[str], lands: Collection[str]) -> Named:
    kept = [(start, end, label) for start, end, label in named.names if not MAIL.fullmatch(named.text, start, end)]
    return Named(named.text, tuple(_bounded(named.text, name, known, lands) for name in kept))


def _bounded(text: str, name: Name, known: Collection[str], lands: Collection[str]) -> Name:
    start, end, label = name
    if article := ARTICLE.match(text, start, end):
        start = article.end()
    stem = POSSESSIVE.sub("", text[start:end])
    if not stem:
        return start, end, UNKNOWN
    if label != "ORG" or stem in known or stem in lands:  # "Harrods's" loses it, "McDonald's" not
        end = start + len(stem)
    return start, end, "LOC" if label == "ORG" and (stem in lands or _is_site(stem)) else label


def _is_site(name: str) -> bool:
    """Whether a name of several words is that of a building or grounds: "Kano Museum", "Kano Space Centre"."""
    *first, kind, last = ("", "", *name.split(" "))
    return (bool(kind) and last in SITES) or (any(first) and kind in CENTRES and last in {"Centre", "Center"})


def _with_lands_unknown(named: Named, pattern: re.Pattern[str]) -> Named:
    matches = (match.span() for match in pattern.finditer(named.text))
    unmarked = [
        (start, end, UNKNOWN)
        for start, end in matches
        if not any(first < end and start < last for first, last, _ in named.names)
    ]
    return Named(named.text, tuple(sorted([*named.names, *unmarked])))
