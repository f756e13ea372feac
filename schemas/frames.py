"""How the roles of an event stand in a sentence (a seed)."""

from schemas.columns import TEXT
from schemas.table import Column, Table

ROLE = "Places in the sentence to look at, best first, separated by |; place@class only for such a filler"

FRAMES = Table(
    "frames",
    "One pattern of roles, shared by triggers that take them alike.",
    (
        Column("frame", TEXT, "Its name.", nullable=False),
        Column("actor", TEXT, f"Who does it. {ROLE}."),
        Column("target", TEXT, "To whom or what."),
        Column("recipient", TEXT, "The side joined, the receiver or the other party."),
        Column("destination", TEXT, "Where they go."),
        Column("place", TEXT, "Where, beyond what any event takes."),
        Column(
            "counted", TEXT, "The role whose number of people is the claim's count.", values=("actor", "target", "self")
        ),
    ),
    key=("frame",),
    per="seed",
)
