"""What evaluations against gold annotations came to."""

from schemas.columns import COUNT, INSTANT, TEXT
from schemas.table import Column, Table

SCORES = Table(
    "scores",
    "One figure of one evaluation against gold annotations, kept by `attest evaluate --warehouse`.",
    (
        Column("judged_at", INSTANT, "When it was evaluated (UTC).", nullable=False),
        Column("gold", TEXT, "The folder of the gold annotations, as given.", nullable=False),
        Column("measure", TEXT, "What was judged.", nullable=False),
        Column("right_count", COUNT, "How many of the predicted were right.", nullable=False, low=0),
        Column("predicted_count", COUNT, "How many were predicted.", nullable=False, low=0),
        Column("wanted_count", COUNT, "How many the gold has.", nullable=False, low=0),
    ),
    key=("judged_at", "gold", "measure"),
    per="run",
)
