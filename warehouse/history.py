"""What each run tells otherwise than the one before: the rows of claims and events that came, changed or went."""

from datetime import datetime

from schemas import TABLES
from schemas.ddl import literal
from schemas.histories import HISTORIES
from schemas.table import Table
from warehouse.inputs import connected
from warehouse.store import Store

READS = {"claims": ("claims",), "events": ("events", "event_claims")}
NOW = {
    "claims": "select * from claims",
    "events": """
        select events.*, told.claim_ids
        from events
        join (
            select event_id, list_sort(list(claim_id)) as claim_ids from event_claims group by event_id
        ) as told using (event_id)
    """,
}


def remember(store: Store, run_id: str, known_at: datetime) -> dict[str, int]:
    """Stage what is told otherwise from now on; returns how many rows of each table. Old forms are never touched."""
    return {name: _remembered(name, history, store, run_id, known_at) for name, history in HISTORIES.items()}


def _remembered(name: str, history: Table, store: Store, run_id: str, known_at: datetime) -> int:
    tables = (*READS[name], history.name)
    with connected(store, tables, spill=store.published / "spill") as connection:
        rows = connection.sql(_change_in(name, history, known_at)).to_arrow_table()
    if rows.num_rows:
        store.write(history, run_id, rows, run_id)
    return int(rows.num_rows)


def _change_in(name: str, history: Table, known_at: datetime) -> str:
    """The rows that are new or differ, and the keys that are gone."""
    (key,) = TABLES[name].key
    told = [column.name for column in history.stored if column.name not in ("known_at", "is_gone")]
    columns = ", ".join(f'"{column}"' for column in told)
    after = f"(select max(known_at) + interval 1 microsecond from {history.name})"  # whatever the clock did since
    at = f"greatest({literal(known_at.isoformat())}::timestamptz, {after}) as known_at"
    return f"""
        with
        now as (
            select {columns} from ({NOW[name]})
        ),
        latest as (
            select {columns}
            from (select *, row_number() over (partition by {key} order by known_at desc) as age from {history.name})
            where age = 1
              and not is_gone
        )
        select {at}, false as is_gone, {columns}
        from (select * from now except select * from latest)
        union all by name
        select {at}, true as is_gone, {key}
        from (select {key} from latest except select {key} from now)
    """
