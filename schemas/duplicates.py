"""Copies: documents that repeat another, wholly or in part."""

import pyarrow as pa

from schemas.columns import IN_DOCUMENT, TEXT
from schemas.table import Column, Table

TERM = pa.struct([pa.field("term", TEXT, False), pa.field("count", pa.int32(), False)])

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
        Column(
            "passages",
            pa.list_(pa.int64()),
            "Hashes of its sentences of ten words or more: a copy with edits keeps some of them.",
            nullable=False,
        ),
        Column("minhash", pa.list_(pa.int64()), "The signature itself.", nullable=False),
        Column(
            "terms",
            pa.list_(TERM),
            "The words it uses most, with how often: the headline's count three times. For telling stories apart.",
            nullable=False,
        ),
    ),
    key=("document_id",),
)

DUPLICATES = Table(
    "duplicates",
    "A document that copies another, and how nearly.",
    (
        IN_DOCUMENT,
        IN_DOCUMENT.but(
            name="copies_document_id",
            doc="The document it copies: the earliest it shares enough with, by day of publication.",
        ),
        Column(
            "kind",
            TEXT,
            "How it copies it: the same words, nearly the same, or a large part of the same report.",
            nullable=False,
            values=("exact", "near", "wire"),
        ),
        Column(
            "similarity",
            pa.float64(),
            "Word shingles the two share, of all that either has; for a wire copy, of the shorter.",
            nullable=False,
            low=0,
            high=1,
        ),
        Column("shared_passage", TEXT, "The longest passage the two have in common."),
    ),
    key=("document_id",),
    per="corpus",
)

STORIES = Table(
    "stories",
    "Which articles are about one affair, by the words they share: weaker than a copy, wider than an event.",
    (
        IN_DOCUMENT,
        Column("story_id", TEXT, "Hash of the story's first document in order of id.", nullable=False),
        Column(
            "cohesion",
            pa.float64(),
            "Mean cosine of its words with the story's other articles; null for a story of one.",
            low=0,
            high=1,
        ),
    ),
    key=("document_id",),
    per="corpus",
)
