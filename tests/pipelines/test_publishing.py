"""What is published beside the tables: scores come into a database and a report that need not be made again."""

from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from pipelines.commands import settings_of
from pipelines.publishing import is_published, publish, publish_scores
from pipelines.settings import Settings
from schemas.documents import DOCUMENTS
from tests.rows import rows_of
from warehouse.lock import WarehouseBusy, held
from warehouse.store import Store

AT = datetime(2026, 2, 1, tzinfo=UTC)
COUNTS = {"names": (3, 4, 4)}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A published warehouse of one document."""
    settings = settings_of(tmp_path)
    store = Store(settings.root)
    store.write(DOCUMENTS, "b", rows_of(DOCUMENTS, {"text": "Nothing."}), "made")
    publish(store, settings)
    return settings


def judged(settings: Settings) -> int:
    """How many figures the database shows."""
    with duckdb.connect(str(settings.database), read_only=True) as connection:
        ((count,),) = connection.execute("select count(*) from scores").fetchall()
        return int(count)


def test_scores_are_shown_at_once_and_nothing_waits_for_a_run(settings: Settings) -> None:
    publish_scores(settings, "gold", COUNTS, AT)
    assert judged(settings) == 1
    assert "0.750" in (settings.report / "quality.html").read_text("utf-8")
    assert "0.750" in (settings.report / "scores.html").read_text("utf-8")
    assert is_published(Store(settings.root), settings)


def test_scores_kept_while_another_writes_wait_for_the_next_to_publish(settings: Settings) -> None:
    with held(settings.root), pytest.raises(WarehouseBusy):
        publish_scores(settings, "gold", COUNTS, AT)
    assert judged(settings) == 0
    store = Store(settings.root)
    assert not is_published(store, settings)
    publish(store, settings)
    assert judged(settings) == 1


def test_scores_are_kept_where_nothing_was_published_yet(tmp_path: Path) -> None:
    settings = settings_of(tmp_path)
    publish_scores(settings, "gold", COUNTS, AT)
    assert not settings.database.exists()
    publish(Store(settings.root), settings)
    assert judged(settings) == 1
