"""Which named place "there" means: "Shells hit Tal on Monday. Nine people died there."."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from stages.parsing.heads import case_of
from stages.words.speech import is_speech_verb
from stages.words.wordlists import words_of

SETTING = frozenset({"in", "at", "near", "outside", "around", "across", "on", "inside", "into", "from", "to"})
JOINTS = frozenset({",", "in", "near", "and", "of", "the"})
MOVING = words_of("""
    go flee move send deploy travel arrive bring take fly head return come rush drive walk march transfer escape get
    base station live send bear
""")


def places_of_there(doc: Doc, names: Sequence[Span]) -> dict[int, Span]:
    """For each "there" said of a deed, the place named last before it, in its sentence or the one before."""
    found = {token.i: place_of_there(token, names) for token in doc if token.lower_ == "there" and _says_where(token)}
    return {at: place for at, place in found.items() if place is not None}


def _says_where(word: Token) -> bool:
    """Whether it is said of a deed: no "there were", no "people there", no "sent there" and no "from there"."""
    verb = word.head
    is_said_of = verb.tag_.startswith("VB") and word.tag_ == "RB" and case_of(word) is None
    return is_said_of and verb.lemma_ not in MOVING | {"be"} and not is_speech_verb(verb)


def place_of_there(word: Token, names: Sequence[Span]) -> Span | None:
    """The last place told of before a word: the list of places where several are joined."""
    start = word.sent.start
    first = word.doc[start - 1].sent.start if start else start
    near = [name for name in names if start <= name.start and name.end <= word.i and _is_told_of(name)]
    near = near or [name for name in names if first <= name.start and name.end <= start and _is_told_of(name)]
    if not near:
        return None
    group = [near[-1]]
    for name in reversed(near[:-1]):
        if not all(token.lower_ in JOINTS for token in word.doc[name.end : group[0].start]):
            break
        group.insert(0, name)
    return word.doc[group[0].start : group[-1].end]


def _is_told_of(name: Span) -> bool:
    """Whether a sentence sets something there, or speaks of the place itself; no "a Paris court"."""
    root = name.root
    carrier = root.head if root.dep_ == "compound" else root
    return case_of(carrier) in SETTING or root.dep_ in {"nsubj", "nsubj:pass", "obj", "conj"}
