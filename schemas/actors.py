"""Nouns for those who act, with the names of armed groups and of peoples (a seed)."""

from schemas.columns import TEXT
from schemas.table import Column, Table

ACTORS = Table(
    "actors",
    "One noun or name of those who act or suffer, with what it is.",
    (
        Column("name", TEXT, "A noun in the singular, or a name as usually written.", nullable=False),
        Column("kind", TEXT, "What it is: force, police, rebel, regime, civilian, nationality …", nullable=False),
        Column("country_code", TEXT, "ISO 3166-1 alpha-2 of a group or people at home in one country."),
    ),
    key=("name", "kind"),
    per="seed",
)
