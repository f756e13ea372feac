"""Extraction scores over time: each evaluation against gold leaves its figures beside the tables, for the report."""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

FILE = Path("data", "scores.jsonl")  # in the warehouse's folder


@dataclass(frozen=True, slots=True)
class Score:
    """One figure of one evaluation: how many were right, of how many predicted and how many wanted."""

    judged_at: str
    gold: str
    measure: str
    right: int
    predicted: int
    wanted: int

    @property
    def precision(self) -> float:
        """The share of the predicted that is right; 1 when nothing was predicted and nothing wanted."""
        return self.right / self.predicted if self.predicted else float(not self.wanted)

    @property
    def recall(self) -> float:
        """The share of the wanted that was found; 1 when nothing was wanted."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.predicted + self.wanted
        return 2 * self.right / total if total else 1.0


def keep_scores(warehouse: Path, gold: str, counts: Mapping[str, tuple[int, int, int]], at: datetime) -> None:
    """Add the figures of one evaluation: (right, predicted, wanted) by measure; `gold` names what they are against."""
    file = warehouse / FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    judged_at = at.astimezone(UTC).isoformat(timespec="seconds")
    rows = [Score(judged_at, gold, measure, *figures) for measure, figures in counts.items()]
    with file.open("a", encoding="utf-8") as lines:
        lines.writelines(json.dumps(asdict(row), ensure_ascii=True) + "\n" for row in rows)


def scores_in(warehouse: Path) -> Sequence[Score]:
    """Every figure kept so far, the earliest first; empty when no evaluation has been kept."""
    file = warehouse / FILE
    if not file.is_file():
        return ()
    rows = []
    for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
        with suppress(ValueError, TypeError):  # a line that broke off spoils no other
            rows.append(Score(**json.loads(line)))
    return sorted(rows, key=lambda row: row.judged_at)
