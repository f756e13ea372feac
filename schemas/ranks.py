"""The ladder of ranks (a seed)."""

import pyarrow as pa

from schemas.columns import TEXT
from schemas.table import Column, Table

RANKS = Table(
    "ranks",
    "One rank or kind of person in arms or office, with its grade.",
    (
        Column("rank_code", TEXT, "The rank: lower case, singular, underscores for blanks.", nullable=False),
        Column("label", TEXT, "The rank in words, lower case, singular: brigadier general.", nullable=False),
        Column(
            "forms", TEXT, "Other forms and abbreviations, separated by |: Brig. Gen.|Brig.-Gen.|brigadier-general."
        ),
        Column("branch", TEXT, "The branch: army, police, civil …", nullable=False),
        Column("nato_grade", TEXT, "NATO-like grade: OF-1 to OF-10, OR-1 to OR-9; empty where there is none."),
        Column(
            "grade",
            pa.int32(),
            "Height on the ladder, for comparing: OR-1 is 1, OF-1 is 11, OF-10 is 20; empty for kinds of people.",
        ),
    ),
    key=("rank_code",),
    per="seed",
)
