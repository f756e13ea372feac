"""The columns that several tables share: a name means one thing everywhere."""

import pyarrow as pa

from schemas.table import Column

TEXT = pa.string()
CODE = pa.string()
CHAR = pa.int32()
COUNT = pa.int64()
DAY = pa.date32()
INSTANT = pa.timestamp("us", tz="UTC")
TEXTS = pa.list_(pa.string())

STATUSES = ("asserted", "unconfirmed", "denied", "possible", "planned")
SOURCE_KINDS = (
    "person",
    "official",
    "agency",
    "medium",
    "group",
    "organisation",
    "anonymous",
    "video",
    "document",
    "speaker",
)
PRECISIONS = ("country", "province", "city", "point")

DOCUMENT_ID = Column(
    "document_id", TEXT, "SHA-256 of the item's raw bytes, in hex.", nullable=False, pattern="^[0-9a-f]{64}$"
)
IN_DOCUMENT = DOCUMENT_ID.but(doc="The document it stands in.", refers_to="documents.document_id")
URI = Column("uri", TEXT, "The path or address the item came from, as given.", nullable=False)
BATCH_ID = Column("batch_id", TEXT, "The batch in which the item was received.", nullable=False)
RAW_START = Column(
    "raw_start_char", CHAR, "Where it starts in raw_documents.text, in characters.", nullable=False, low=0
)
RAW_END = Column("raw_end_char", CHAR, "Where it ends in raw_documents.text, exclusive.", nullable=False, low=0)
START = Column("start_char", CHAR, "Where it starts in documents.text, in characters.", nullable=False, low=0)
END = Column("end_char", CHAR, "Where it ends in documents.text, exclusive.", nullable=False, low=0)
TYPE_CODE = Column("type_code", CODE, "What kind of event it tells of.", nullable=False, codes="event_types.type_code")
STATUS = Column("status", CODE, "How sure the text is that it happened.", nullable=False, values=STATUSES)
COUNT_LOW = Column("count_low", COUNT, "The fewest people the text allows; null when it leaves that open.", low=0)
COUNT_HIGH = Column("count_high", COUNT, "The most people the text allows; null when it leaves that open.", low=0)
DATE_LOW = Column("date_low", DAY, "The earliest day the text allows; null when unknown.")
DATE_HIGH = Column("date_high", DAY, "The latest day the text allows; null when unknown.")
PLACE_ID = Column("place_id", TEXT, "The place in the gazetteer where it happened; null when unresolved.")
RUN_ID = Column("run_id", TEXT, "The run that wrote it.", nullable=False)


def span_of(role: str, what: str) -> tuple[Column, Column, Column]:
    """Three columns for a role: its words, and where they stand in the raw text."""
    return (
        Column(f"{role}_text", TEXT, f"{what}, as written; null when the text does not say."),
        Column(f"{role}_raw_start_char", CHAR, f"Where {role}_text starts in raw_documents.text.", low=0),
        Column(f"{role}_raw_end_char", CHAR, f"Where {role}_text ends in raw_documents.text, exclusive.", low=0),
    )
