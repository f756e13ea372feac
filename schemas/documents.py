"""News items: the article found in what was received, and the map back to the raw text."""

import pyarrow as pa

from schemas.columns import CHAR, DAY, IN_DOCUMENT, TEXT, URI
from schemas.table import Column, Table

PUBLISHED_FROM = ("text", "metadata", "uri")

PIECE = pa.struct(
    [
        pa.field("start_char", CHAR, False),
        pa.field("raw_start_char", CHAR, False),
        pa.field("length", CHAR, False),
        pa.field("raw_length", CHAR, False),
    ]
)
BLOCK = pa.struct(
    [
        pa.field("raw_start_char", CHAR, False),
        pa.field("raw_end_char", CHAR, False),
        pa.field("is_kept", pa.bool_(), False),
        pa.field("kind", TEXT, False),
        pa.field("reason", TEXT),
    ]
)

DOCUMENTS = Table(
    "documents",
    "One news item kept: its clean text, what is known about it, and the map back to the raw text.",
    (
        IN_DOCUMENT.but(refers_to="raw_documents.document_id", doc="The raw document it was found in."),
        URI,
        Column("outlet", TEXT, "Who published it; null when neither the page nor its address says."),
        Column("title", TEXT, "The headline; null when none was found."),
        Column(
            "title_start_char", CHAR, "Where the headline starts in text; null when it does not stand there.", low=0
        ),
        Column("title_end_char", CHAR, "Where the headline ends in text, exclusive.", low=0),
        Column("byline", TEXT, "Who signed it, as written."),
        Column("dateline", TEXT, "Where it was written, as printed before the first sentence."),
        Column(
            "published_on", DAY, "The day of publication; null when nothing says.", low="1900-01-01", severity="warning"
        ),
        Column("published_from", TEXT, "What the day of publication was taken from.", values=PUBLISHED_FROM),
        Column("language", TEXT, "The language of the text (ISO 639-1).", nullable=False, values=("en",)),
        Column("text", TEXT, "The kept blocks, joined by blank lines.", nullable=False),
        Column(
            "pieces", pa.list_(PIECE), "Which run of raw characters each run of clean characters is.", nullable=False
        ),
        Column("blocks", pa.list_(BLOCK), "Every block of the raw text, kept or dropped, and why.", nullable=False),
        Column(
            "kept_share", pa.float64(), "The share of visible characters that was kept.", nullable=False, low=0, high=1
        ),
        Column(
            "is_current", pa.bool_(), "Whether no later version from the same uri has replaced it.", joined="versions"
        ),
    ),
    key=("document_id",),
    ordered=(("title_start_char", "title_end_char"),),
)
