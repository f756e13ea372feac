"""Retention: what may be dropped after a time, and batches put together without it."""

from collections.abc import Collection, Sequence
from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from schemas import TABLES
from schemas.records import REJECTS, Reject, reject_rows
from warehouse.inputs import connected
from warehouse.journal import Journal
from warehouse.landing import PRUNED
from warehouse.selects import select_in
from warehouse.store import Store

QUERY = Path(__file__).parent / "retention" / "dropped_documents.sql"
READ = ("event_claims", "claims", "corrections", "coded_claims", "duplicates", "stories", "landed")


def dropped_documents(store: Store, before: datetime) -> pa.Table:
    """`document_id`, `uri` and `received_at` of what was received before and nothing cites."""
    with connected(store, READ, spill=store.published / "spill") as connection:
        return connection.execute(select_in(QUERY).body, {"before": before}).to_arrow_table()


def rows_without(store: Store, table: str, batch_ids: Sequence[str], dropped: Collection[str]) -> pa.Table:
    """The rows of several batches of a table, in order, without those of the dropped documents."""
    parts = [store.read(table, batch_id) for batch_id in batch_ids if store.current(table, batch_id)]
    rows = pa.concat_tables(parts) if parts else TABLES[table].empty()
    if "document_id" not in rows.column_names:  # what is said of corrected claims, whose documents are always kept
        return rows
    is_dropped = pc.is_in(rows["document_id"], pa.array(list(dropped), pa.string()))
    return rows.filter(pc.invert(is_dropped))


def rejects_without(store: Store, stage: str, batch_ids: Sequence[str], dropped: Collection[str]) -> pa.Table:
    """The refusals of a stage over several batches, without those of the dropped documents."""
    return rows_without(store, REJECTS.name, [f"{stage}-{batch_id}" for batch_id in batch_ids], dropped)


def tombstones(documents: pa.Table, batch_ids: Sequence[str], store: Store, before: datetime) -> pa.Table:
    """A refusal for each dropped document of these batches: what came in is a document or stands in `rejects`."""
    here = {str(row) for batch_id in batch_ids for row in store.read("landed", batch_id)["document_id"].to_pylist()}
    detail = f"cited by no event when what came before {before:%Y-%m-%d} was dropped"
    return reject_rows(
        Reject("landed", row["document_id"], row["uri"], PRUNED, f"received {row['received_at']:%Y-%m-%d}; {detail}")
        for row in documents.to_pylist()
        if row["document_id"] in here
    )


def old_runs(store: Store, before: datetime) -> list[str]:
    """The runs that ended before then and wrote about themselves, but for the last."""
    return [run_id for run_id in store.batches("runs")[:-1] if run_id < f"{before:%Y%m%dT%H%M%S}"]


def drop_journal(root: Path, before: datetime) -> None:
    """Remove the journal's files of months that ended before then."""
    for path in Journal(root).folder.glob("*.jsonl"):
        if path.stem < f"{before:%Y-%m}":
            path.unlink()
