"""Irregular forms of the verbs that tell of events (a seed)."""

from schemas.columns import TEXT
from schemas.table import Column, Table

INFLECTIONS = Table(
    "inflections",
    "One verb whose past forms no rule makes.",
    (
        Column("lemma", TEXT, "The verb.", nullable=False),
        Column("past", TEXT, "Its past forms, separated by |.", nullable=False),
        Column("participle", TEXT, "Its past participles, separated by |.", nullable=False),
    ),
    key=("lemma",),
    per="seed",
)
