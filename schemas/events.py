"""Events: happenings, as their claims together tell them."""

import pyarrow as pa

from schemas.columns import (
    COUNT,
    COUNT_HIGH,
    COUNT_LOW,
    DATE_HIGH,
    DATE_LOW,
    DAY,
    INSTANT,
    PLACE_ID,
    STATUS,
    STATUSES,
    TEXT,
    TYPE_CODE,
)
from schemas.corrections import CORRECTED
from schemas.table import Column, Table

EVENT_ID = Column("event_id", TEXT, "Hash of the event's first claim in order of its id.", nullable=False)

EVENTS = Table(
    "events",
    "One happening, as its claims together tell it.",
    (
        EVENT_ID,
        TYPE_CODE,
        DATE_LOW,
        DATE_HIGH,
        PLACE_ID,
        Column("place_text", TEXT, "The most specific place its claims name, as written."),
        COUNT_LOW.but(doc="The lowest number any of its claims allows."),
        COUNT_HIGH.but(
            doc="The highest number any of its claims allows; null when one leaves it open or none gives it."
        ),
        Column(
            "counts_agree",
            pa.bool_(),
            "Whether one number fits every claim that gives one; null when fewer than two do.",
        ),
        STATUS.but(doc="The strongest status among its claims; a denial is never the strongest."),
        Column("weakest_status", TEXT, "The weakest status among its claims.", nullable=False, values=STATUSES),
        Column("denial_count", COUNT, "Claims that deny it.", nullable=False, low=0),
        Column("claim_count", COUNT, "Claims that tell of it.", nullable=False, low=1),
        Column("document_count", COUNT, "Documents that tell of it.", nullable=False, low=1),
        Column("outlet_count", COUNT, "Independent outlets that tell of it: copies count once.", nullable=False, low=0),
        Column("first_reported_on", DAY, "The earliest publication day among its documents; null when none is known."),
        Column("summary", TEXT, "One line made of its fields.", nullable=False),
        CORRECTED,
        Column("first_known_at", INSTANT, "Since when the warehouse tells of it.", joined="event_history"),
        Column("known_from", INSTANT, "Since when it is told as it is here.", joined="event_history"),
    ),
    key=("event_id",),
    per="corpus",
    ordered=(("date_low", "date_high"), ("count_low", "count_high")),
)

EVENT_CLAIMS = Table(
    "event_claims",
    "Which claims tell of which event, and why they were put together.",
    (
        EVENT_ID.but(refers_to="events.event_id", doc="The event."),
        Column("claim_id", TEXT, "The claim.", nullable=False, refers_to="claims.claim_id"),
        Column("rule", TEXT, "Why the claim was put with the event's other claims.", nullable=False),
    ),
    key=("claim_id",),
    per="corpus",
)
