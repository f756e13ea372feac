"""The types of event attest codes, with their names in other schemes (a seed)."""

from schemas.columns import TEXT
from schemas.table import Column, Table

EVENT_TYPES = Table(
    "event_types",
    "One type of event, with its crosswalks.",
    (
        Column("type_code", TEXT, "The type.", nullable=False),
        Column("mode", TEXT, "The mode to which the crosswalks of this row apply; empty for the type as such."),
        Column("label", TEXT, "The type for people.", nullable=False),
        Column("covers", TEXT, "What it covers.", nullable=False),
        Column("plover_code", TEXT, "PLOVER event type, with its mode after a colon."),
        Column("plover_planned_code", TEXT, "PLOVER type of the same event promised (AGREE) or threatened (THREATEN)."),
        Column("cameo_code", TEXT, "CAMEO code."),
        Column("acled_code", TEXT, "ACLED sub-event type."),
    ),
    key=("type_code", "mode"),
    per="seed",
)
