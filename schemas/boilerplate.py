"""The phrases by which furniture of a page gives itself away (a seed)."""

from schemas.columns import TEXT
from schemas.table import Column, Table

STANDS_AS = ("line", "opening", "sentence")
OPENS = ("list", "end")

BOILERPLATE = Table(
    "boilerplate",
    "One phrase of page furniture; # stands for any number.",
    (
        Column("phrase", TEXT, "The words, in any case; # stands for digits.", nullable=False),
        Column(
            "stands_as",
            TEXT,
            "How it stands: line, the whole block; opening, how a block begins; sentence, to cut a block from here on.",
            nullable=False,
            values=STANDS_AS,
        ),
        Column("reason", TEXT, "What such a block is: menu, share_bar, advert, comment_box ...", nullable=False),
        Column(
            "opens",
            TEXT,
            "What it opens: a list of other articles, or the end of the article; empty when only itself.",
            values=OPENS,
        ),
    ),
    key=("phrase", "stands_as"),
    per="seed",
)
