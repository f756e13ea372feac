"""Extraction scores over time: each evaluation against gold leaves its figures beside the tables, for the report."""

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from schemas.scores import SCORES

FILE = Path("data", "scores.jsonl")  # in the warehouse's folder
FIGURES = ("right", "predicted", "wanted")  # the names of the counts in the file


def keep_scores(warehouse: Path, gold: str, counts: Mapping[str, tuple[int, int, int]], at: datetime) -> None:
    """Add the figures of one evaluation: (right, predicted, wanted) by measure; `gold` names what they are against."""
    file = warehouse / FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    judged_at = at.astimezone(UTC).isoformat(timespec="seconds")
    rows = [
        {"judged_at": judged_at, "gold": gold, "measure": measure, **dict(zip(FIGURES, figures, strict=True))}
        for measure, figures in counts.items()
    ]
    with file.open("a", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row, ensure_ascii=True) + "\n" for row in rows)


def scores_in(warehouse: Path) -> pa.Table:
    """Every figure kept so far as rows of `scores`, the earliest first."""
    file = warehouse / FILE
    rows: list[dict[str, Any]] = []
    if file.is_file():
        for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
            with suppress(ValueError, TypeError, KeyError):  # a line that broke off spoils no other
                rows.append(_row_of(json.loads(line)))
    rows.sort(key=lambda row: row["judged_at"])
    return SCORES.of(rows)


def scores_key(warehouse: Path) -> str:
    """Hash of what is kept so far."""
    file = warehouse / FILE
    return hashlib.sha256(file.read_bytes() if file.is_file() else b"").hexdigest()


def _row_of(told: dict[str, Any]) -> dict[str, Any]:
    return {
        "judged_at": datetime.fromisoformat(told["judged_at"]),
        "gold": str(told["gold"]),
        "measure": str(told["measure"]),
        **{f"{name}_count": int(told[name]) for name in FIGURES},
    }
