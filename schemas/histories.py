"""Histories: every form in which a claim or an event was told, so that a figure of another day can be told again."""

from schemas.claims import CLAIMS
from schemas.columns import INSTANT, TEXTS
from schemas.events import EVENTS
from schemas.table import Column, Table

BULKY = frozenset(("found",))  # the rules behind a claim are those of today
KNOWN_AT = Column("known_at", INSTANT, "When a run published it so.", nullable=False)
GONE = Column("is_gone", CLAIMS.column("is_total").type, "Whether it stood no longer from then on.", nullable=False)
MEMBERS = Column("claim_ids", TEXTS, "The claims that told of it; null where it is gone.")


def _history_of(table: Table, name: str, doc: str, *more: Column) -> Table:
    """The columns of a table as they stood, each row from one instant on."""
    (key,) = table.key
    kept = (column for column in table.stored if column.name not in BULKY)
    columns = [
        Column(column.name, column.type, column.doc, nullable=column.name != key, values=column.values)
        for column in kept
    ]
    return Table(name, doc, (KNOWN_AT, GONE, *columns, *more), key=(key, "known_at"), per="run")


CLAIM_HISTORY = _history_of(
    CLAIMS, "claim_history", "One claim as a run first told it, or told it anew, or told it no more."
)
EVENT_HISTORY = _history_of(
    EVENTS, "event_history", "One event as a run first told it, or told it anew, or told it no more.", MEMBERS
)
HISTORIES = {"claims": CLAIM_HISTORY, "events": EVENT_HISTORY}
