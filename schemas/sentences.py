"""Sentences, as spans."""

import pyarrow as pa

from schemas.columns import CHAR, END, IN_DOCUMENT, RAW_END, RAW_START, START, TEXT
from schemas.table import Column, Table

SENTENCES = Table(
    "sentences",
    "One sentence of a document, as a span.",
    (
        Column("sentence_id", TEXT, "Hash of the document and the raw offsets.", nullable=False),
        IN_DOCUMENT,
        Column("position", CHAR, "Its number in the document, from 0.", nullable=False, low=0),
        Column("text", TEXT, "The sentence, as it stands in documents.text.", nullable=False),
        START,
        END,
        RAW_START,
        RAW_END,
        Column("is_headline", pa.bool_(), "Whether it is the headline.", nullable=False),
    ),
    key=("sentence_id",),
    ordered=(("raw_start_char", "raw_end_char"), ("start_char", "end_char")),
)
