"""Items as they came in: bytes, before anything is decided about them."""

import pyarrow as pa

from schemas.columns import BATCH_ID, COUNT, DAY, DOCUMENT_ID, INSTANT, TEXT, URI
from schemas.table import Column, Table

MEDIA_TYPES = ("text/plain", "text/html")

GIVEN = (
    Column("given_outlet", TEXT, "The outlet, as the sidecar or the record named it."),
    Column("given_title", TEXT, "The headline, as the sidecar or the record gave it."),
    Column("given_published_on", DAY, "The publication day, as the sidecar or the record gave it."),
)
MEDIA_TYPE = Column("media_type", TEXT, "What the item is read as.", nullable=False, values=MEDIA_TYPES)
BYTE_COUNT = Column("byte_count", COUNT, "The size of the raw bytes.", nullable=False, low=0)
RECEIVED_AT = Column("received_at", INSTANT, "When the item was received (UTC).", nullable=False)

LANDED = Table(
    "landed",
    "One item received, as bytes: a file, or one record of a file that holds many.",
    (
        DOCUMENT_ID,
        URI,
        MEDIA_TYPE,
        Column("charset", TEXT, "The encoding its container declared, when it declared one."),
        Column("content", pa.binary(), "The raw bytes, decompressed.", nullable=False),
        BYTE_COUNT,
        *GIVEN,
        RECEIVED_AT,
        BATCH_ID,
    ),
    key=("document_id",),
)
