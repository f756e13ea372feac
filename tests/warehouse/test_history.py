"""History: each run keeps what it tells otherwise, and nothing else."""

from datetime import UTC, datetime
from pathlib import Path

from schemas.claims import CLAIMS
from schemas.events import EVENT_CLAIMS, EVENTS
from tests.rows import Row, rows_of
from warehouse.history import remember
from warehouse.store import CORPUS, Store


def told(store: Store, day: int, claims: list[Row]) -> dict[str, int]:
    """What a run of that day of May 2026 keeps, when these are the claims, all of one event."""
    links = [{"event_id": "e", "claim_id": row["claim_id"]} for row in claims]
    for table, rows in ((CLAIMS, claims), (EVENTS, [{"event_id": "e"}]), (EVENT_CLAIMS, links)):
        store.write(table, CORPUS, rows_of(table, *rows), "key", staged=False)
    return remember(store, f"run{day}", datetime(2026, 5, day, tzinfo=UTC))


def test_a_run_keeps_what_came_what_changed_and_what_went(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert told(store, 1, [{"claim_id": "a", "count_low": 5}, {"claim_id": "b"}]) == {"claims": 2, "events": 1}
    assert told(store, 2, [{"claim_id": "a", "count_low": 5}, {"claim_id": "b"}]) == {"claims": 0, "events": 0}
    assert told(store, 3, [{"claim_id": "a", "count_low": 6}]) == {"claims": 2, "events": 1}  # and one claim fewer
    assert told(store, 4, [{"claim_id": "a", "count_low": 6}, {"claim_id": "b"}]) == {"claims": 1, "events": 1}
    assert store.batches("claim_history") == ["run1", "run3", "run4"]
    kept = [
        (row["claim_id"], row["known_at"].day, row["is_gone"], row["count_low"])
        for batch_id in store.batches("claim_history")
        for row in store.read("claim_history", batch_id).to_pylist()
    ]
    assert sorted(kept, key=str) == [
        ("a", 1, False, 5), ("a", 3, False, 6), ("b", 1, False, None), ("b", 3, True, None), ("b", 4, False, None),
    ]  # fmt: skip
    assert store.read("event_history", "run3")["claim_ids"].to_pylist() == [["a"]]
