"""The phrases of page furniture, made ready to be looked up in any block."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyarrow as pa

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
BLANKS = re.compile(r"\s+")
LOOKED_AT = 160  # characters from where a phrase is sought; the longest phrase has under 60
QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " "})
LEADING = " \t-–—•*·●▪■►▸»›>|_+~([<"
TRAILING = " \t»›>|…→▾▼▶►+~:-–—_*)]"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase, folded, with what a block that shows it is and what it opens."""

    folded: str
    reason: str
    opens: str | None


def folded(text: str) -> str:
    """A text in lower case with plain quotes and single blanks, its bullets gone and every number as #."""
    return NUMBER.sub("#", BLANKS.sub(" ", text.translate(QUOTES).lower())).lstrip(LEADING).rstrip(TRAILING)


@dataclass(frozen=True, slots=True)
class Phrases:
    """The furniture phrases by how they stand: as a whole block, at its head, or at the head of a sentence in it."""

    lines: Mapping[str, Phrase]
    openings: Mapping[str, tuple[Phrase, ...]]
    sentences: Mapping[str, tuple[Phrase, ...]]

    @classmethod
    def of(cls, boilerplate: pa.Table) -> Phrases:
        """The rows of the seed `boilerplate`, indexed."""
        rows = boilerplate.to_pylist()
        by_use: dict[str, list[Phrase]] = defaultdict(list)
        for row in rows:
            by_use[row["stands_as"]].append(Phrase(_seed_folded(row["phrase"]), row["reason"], row["opens"] or None))
        return cls(
            {phrase.folded.rstrip(TRAILING): phrase for phrase in by_use["line"]},
            _by_head(by_use["opening"]),
            _by_head(by_use["sentence"]),
        )

    def line(self, text: str) -> Phrase | None:
        """The phrase that a whole block consists of."""
        return self.lines.get(folded(text)) if len(text) <= LOOKED_AT else None

    def opening(self, text: str) -> Phrase | None:
        """The longest phrase that a block begins with."""
        return _longest(self.openings, folded(text[:LOOKED_AT]))

    def sentence(self, text: str) -> Phrase | None:
        """The longest phrase that a sentence inside a block begins with."""
        return _longest(self.sentences, folded(text[:LOOKED_AT]))


def _seed_folded(phrase: str) -> str:
    return BLANKS.sub(" ", phrase.translate(QUOTES).lower()).strip()


def _by_head(phrases: Iterable[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    heads: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in phrases:
        heads[phrase.folded[:2]].append(phrase)
    return {head: tuple(sorted(group, key=lambda phrase: -len(phrase.folded))) for head, group in heads.items()}


def _longest(phrases: Mapping[str, tuple[Phrase, ...]], text: str) -> Phrase | None:
    for phrase in phrases.get(text[:2], ()):
        if text.startswith(phrase.folded):
            rest = text[len(phrase.folded) :]
            if not (rest[:1].isalnum() and phrase.folded[-1].isalnum()):
                return phrase
    return None
