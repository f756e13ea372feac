"""Precision, recall and F1."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """How many were right, of how many predicted and how many wanted."""

    right: int
    predicted: int
    wanted: int

    @property
    def precision(self) -> float:
        """The share of the predicted that is right; 1 when nothing was predicted and nothing wanted."""
        if self.predicted:
            return self.right / self.predicted
        return 0.0 if self.wanted else 1.0

    @property
    def recall(self) -> float:
        """The share of the wanted that was found; 1 when nothing was wanted."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class SlotFigure:
    """Of matched statements: how often a slot is right where gold fills it, and filled where gold does not.

    `right` is a sum of shares for slots that hold several values; `empty` is null where gold always fills the slot.
    """

    right: float
    wanted: int
    filled: int = 0
    empty: int | None = None

    @property
    def accuracy(self) -> float:
        """The share right of what gold fills; 0 when it fills none."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def false_fill(self) -> float:
        """The share filled of what gold leaves empty; 0 when it leaves none."""
        return self.filled / self.empty if self.empty else 0.0
