"""Scores kept over time: what is added is read back in the order of time, and the figures are the usual ones."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from warehouse.scores import Score, keep_scores, scores_in


def test_evaluations_are_read_back_in_the_order_of_time(tmp_path: Path) -> None:
    assert scores_in(tmp_path) == ()
    later = datetime(2026, 2, 1, 1, tzinfo=timezone(timedelta(hours=2)))  # 23:00 UTC the day before
    keep_scores(tmp_path, "gold", {"claims": (6, 10, 8)}, datetime(2026, 2, 1, tzinfo=UTC))
    keep_scores(tmp_path, "gold", {"claims": (5, 10, 8), "names": (1, 1, 1)}, later)
    assert [(score.judged_at[:10], score.measure, score.right) for score in scores_in(tmp_path)] == [
        ("2026-01-31", "claims", 5),
        ("2026-01-31", "names", 1),
        ("2026-02-01", "claims", 6),
    ]


@pytest.mark.parametrize(
    ("right", "predicted", "wanted", "figures"),
    [
        (6, 10, 8, (0.6, 0.75, 2 / 3)),
        (0, 0, 8, (0.0, 0.0, 0.0)),  # nothing predicted where something was wanted
        (0, 3, 0, (0.0, 1.0, 0.0)),
        (0, 0, 0, (1.0, 1.0, 1.0)),  # nothing wanted and nothing said is right
    ],
)
def test_figures(right: int, predicted: int, wanted: int, figures: tuple[float, float, float]) -> None:
    score = Score("2026-01-01", "gold", "claims", right, predicted, wanted)
    assert (score.precision, score.recall, score.f1) == pytest.approx(figures)
