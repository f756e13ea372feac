"""Verbs that say little beside the event noun they govern (a seed)."""

from schemas.columns import TEXT
from schemas.table import Column, Table

LIGHT_VERBS = Table(
    "light_verbs",
    "One verb with the place of the event noun and what its subject is to that event.",
    (
        Column("verb", TEXT, "The verb, with its particle.", nullable=False),
        Column("link", TEXT, "Where the event noun stands: object, subject, or a preposition.", nullable=False),
        Column(
            "subject_role",
            TEXT,
            "What the subject is to the event; accused where the verb's object is the one who did it.",
            nullable=False,
            values=("actor", "target", "place", "accused", "none"),
        ),
    ),
    key=("verb", "link"),
    per="seed",
)
