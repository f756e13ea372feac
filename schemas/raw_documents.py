"""Items decoded and never edited: what every offset points into."""

from schemas.columns import BATCH_ID, DOCUMENT_ID, TEXT, URI
from schemas.landed import BYTE_COUNT, GIVEN, MEDIA_TYPE, RECEIVED_AT
from schemas.table import Column, Table

RAW_DOCUMENTS = Table(
    "raw_documents",
    "One item received, decoded, never edited. Every raw_ offset of every table counts characters of its text.",
    (
        DOCUMENT_ID,
        URI,
        MEDIA_TYPE,
        Column("encoding", TEXT, "The encoding the bytes were decoded with.", nullable=False),
        Column("text", TEXT, "The decoded text, as received.", nullable=False),
        BYTE_COUNT,
        *GIVEN,
        RECEIVED_AT,
        BATCH_ID,
        Column("superseded_by", TEXT, "The later document received from the same uri, if any.", joined="versions"),
    ),
    key=("document_id",),
)
