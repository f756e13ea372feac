"""Copies: documents that repeat another, wholly or in part."""

import pyarrow as pa

from schemas.columns import IN_DOCUMENT, TEXT
from schemas.table import Column, Table

SIGNATURES = Table(
    "signatures",
    "One document's MinHash signature over word shingles, from which copies are found without comparing all pairs.",
    (
        IN_DOCUMENT,
        Column("shingle_count", pa.int64(), "Distinct word shingles in the document.", nullable=False, low=0),
        Column(
            "text_hash",
            TEXT,
            "Hash of the words alone: equal for texts that differ in case, marks and spacing only.",
            nullable=False,
        ),
        Column(
            "bands",
            pa.list_(pa.string()),
            "One hash a band of the signature: copies share at least one.",
            nullable=False,
        ),
        Column("minhash", pa.list_(pa.int64()), "The signature itself.", nullable=False),
    ),
    key=("document_id",),
)

DUPLICATES = Table(
    "duplicates",
    "A document that copies another, and how nearly.",
    (
        IN_DOCUMENT,
        IN_DOCUMENT.but(name="copies_document_id", doc="The document it copies: the earliest of its group."),
        Column("kind", TEXT, "How it copies it.", nullable=False, values=("exact", "near", "wire")),
        Column("similarity", pa.float64(), "Estimated share of common word shingles.", nullable=False, low=0, high=1),
        Column("shared_passage", TEXT, "The longest passage the two have in common."),
    ),
    key=("document_id",),
    per="corpus",
)
