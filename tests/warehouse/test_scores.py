"""Scores kept over time: what is added is read back in the order of time, and the figures are the usual ones."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.report_database import write_database
from warehouse.database import put_scores
from warehouse.scores import FILE, keep_scores, scores_in, scores_key
from warehouse.site.rows import Reader


def test_evaluations_are_read_back_in_the_order_of_time(tmp_path: Path) -> None:
    assert scores_in(tmp_path).num_rows == 0
    before = scores_key(tmp_path)
    later = datetime(2026, 2, 1, 1, tzinfo=timezone(timedelta(hours=2)))  # 23:00 UTC the day before
    keep_scores(tmp_path, "gold", {"claims": (6, 10, 8)}, datetime(2026, 2, 1, tzinfo=UTC))
    keep_scores(tmp_path, "gold", {"claims": (5, 10, 8), "names": (1, 1, 1)}, later)
    with (tmp_path / FILE).open("a", encoding="utf-8") as lines:
        lines.write('{"judged_at": "2026-02-02", "gold": "gold"}\n{"judged_at": "20')  # broke off
    assert [
        (f"{row['judged_at']:%Y-%m-%d}", row["measure"], row["right_count"]) for row in scores_in(tmp_path).to_pylist()
    ] == [
        ("2026-01-31", "claims", 5),
        ("2026-01-31", "names", 1),
        ("2026-02-01", "claims", 6),
    ]
    assert scores_key(tmp_path) != before


@pytest.mark.parametrize(
    ("counts", "figures"),
    [
        ((6, 10, 8), (0.6, 0.75, 2 / 3)),
        ((0, 0, 8), (0.0, 0.0, 0.0)),  # nothing predicted where something was wanted
        ((0, 3, 0), (0.0, 1.0, 0.0)),
        ((0, 0, 0), (1.0, 1.0, 1.0)),  # nothing wanted and nothing said is right
    ],
)
def test_figures(counts: tuple[int, int, int], figures: tuple[float, float, float], tmp_path: Path) -> None:
    keep_scores(tmp_path, "gold", {"claims": counts}, datetime(2026, 2, 1, tzinfo=UTC))
    with Reader(write_database(tmp_path / "attest.duckdb", 0)) as reader:
        (row,) = reader.rows("scores")
    assert (row["precision"], row["recall"], row["f1"]) == pytest.approx(figures)


def test_scores_are_put_into_a_database_whose_readers_keep_theirs(tmp_path: Path) -> None:
    database = write_database(tmp_path / "attest.duckdb", 3)
    count = "select count(*) from scores"
    with duckdb.connect(str(database), read_only=True) as reader:
        keep_scores(tmp_path, "gold", {"claims": (6, 10, 8), "names": (1, 1, 1)}, datetime(2026, 2, 1, tzinfo=UTC))
        put_scores(database)
        assert reader.execute(count).fetchall() == [(0,)]
    with duckdb.connect(str(database), read_only=True) as reader:
        assert reader.execute(count).fetchall() == [(2,)]
        assert reader.execute("select count(*) from claims").fetchall() == [(3,)]
    assert [path.name for path in tmp_path.iterdir() if path.suffix in (".tmp", ".wal")] == []
