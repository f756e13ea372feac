"""Corrections as an analyst would note them, for tests of what they do."""

from datetime import date

from schemas.corrections import CORRECTIONS_FILE
from stages.corrections import Corrections
from tests.rows import Row


def noted(kind: str, target: str, action: str, field: str | None, expected: str | None, value: str | None) -> Row:
    """One line of the file."""
    return {
        "target_kind": kind, "target_id": target, "action": action, "field": field, "expected": expected,
        "value": value, "reason": "seen on film", "author": "R. Reader", "noted_on": date(2026, 2, 1),
    }  # fmt: skip


def corrections_of(*rows: Row) -> Corrections:
    """What the stages are handed."""
    return Corrections.of(CORRECTIONS_FILE.of(list(rows)))
