"""Classes of words by which senses are told apart (a seed)."""

from schemas.columns import TEXT
from schemas.table import Column, Table

WORD_CLASSES = Table(
    "word_classes",
    "One word of one class, such as weapon, building, sport or market.",
    (
        Column("class_code", TEXT, "The class.", nullable=False),
        Column("word", TEXT, "The word or phrase, in the singular.", nullable=False),
    ),
    key=("class_code", "word"),
    per="seed",
)
