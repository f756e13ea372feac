"""spaCy's analysis of each document, kept so that changed rules need no second parse."""

import pyarrow as pa

from schemas.columns import COUNT, IN_DOCUMENT, TEXT
from schemas.table import Column, Table

PARSES = Table(
    "parses",
    "One document's spaCy analysis, as bytes.",
    (
        IN_DOCUMENT,
        Column("doc", pa.binary(), "The Doc, by spaCy's own serialisation.", nullable=False),
        Column("token_count", COUNT, "Tokens in the Doc.", nullable=False, low=0),
        Column(
            "parsed_token_count",
            COUNT,
            "Tokens in sentences that were given a dependency parse.",
            nullable=False,
            low=0,
        ),
        Column("model", TEXT, "Name and version of the language model.", nullable=False),
    ),
    key=("document_id",),
)
