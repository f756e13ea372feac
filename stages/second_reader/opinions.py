"""What the second reader says of a claim, as probabilities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Token

from stages.parsing.word_pieces import WordPieces
from stages.second_reader.questions import Arrays, Labels, Window

NONE = "none"  # the type of a word that tells of no event

Scores = NDArray[np.floating]


class Reader(Protocol):
    """A network with the labels and the word pieces that it was fitted with."""

    labels: Labels
    pieces: WordPieces

    def sentence(self, arrays: Arrays) -> Scores:
        """Vectors of the pieces of a window, see `sentence_arrays`."""

    def claim(self, values: Scores, arrays: Arrays) -> Mapping[str, Scores]:
        """The scores of what stands at one trigger of such a window, see `claim_arrays`: `type` (types), `status`
        (statuses), `count` (1), `point` (roles x w) and `null` (roles)."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the second reader would say at a trigger; every figure is a probability."""

    window: Window
    types: Mapping[str, float]
    statuses: Mapping[str, float]
    is_count_right: float
    fillers: Mapping[str, Scores]  # of each role: of every token of the window, and last of nobody

    @classmethod
    def of(cls, scores: Mapping[str, Scores], window: Window, labels: Labels) -> Opinion:
        """The opinion that the network's scores come to."""
        point = np.concatenate([scores["point"], scores["null"][:, None]], axis=1)
        return cls(
            window,
            dict(zip(labels.types, likely(scores["type"]).tolist(), strict=True)),
            dict(zip(labels.statuses, likely(scores["status"]).tolist(), strict=True)),
            float(1 / (1 + np.exp(-scores["count"][0]))),
            dict(zip(labels.roles, likely(point), strict=True)),
        )

    def best_type(self) -> str:
        """The likeliest type, "none" left out."""
        return max((name for name in self.types if name != NONE), key=lambda name: self.types[name])

    def best_status(self) -> str:
        """The likeliest status."""
        return max(self.statuses, key=lambda name: self.statuses[name])

    def best_filler(self, role: str) -> tuple[Token | None, float]:
        """The likeliest head of a role, or nobody, and how likely."""
        scores = self.fillers[role]
        at = int(scores.argmax())
        return (self.window.tokens[at] if at < len(self.window.tokens) else None), float(scores[at])

    def of_filler(self, role: str, head: Token | None) -> float | None:
        """How likely somebody is the head of a role, or nobody; None for a token outside the window."""
        if head is None:
            return float(self.fillers[role][-1])
        places = (at for at, token in enumerate(self.window.tokens) if token.i == head.i)
        at = next(places, None)
        return None if at is None else float(self.fillers[role][at])


def likely(scores: Scores) -> Scores:
    """Scores as probabilities, over the last axis."""
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: Scores = raised / raised.sum(axis=-1, keepdims=True)
    return shares
