"""News outlets and agencies (a seed)."""

from schemas.columns import TEXT
from schemas.table import Column, Table

OUTLET_KINDS = ("newspaper", "agency", "broadcaster", "website", "magazine", "party", "government", "organisation")

OUTLETS = Table(
    "outlets",
    "One outlet, with the names and addresses it is known by.",
    (
        Column("outlet", TEXT, "Its usual English name.", nullable=False),
        Column("other_names", TEXT, "Other names and spellings, separated by |."),
        Column("domains", TEXT, "Its web domains, separated by |."),
        Column("country_code", TEXT, "Where it is based (ISO 3166-1 alpha-2); empty when nowhere in particular."),
        Column("kind", TEXT, "What kind of outlet it is.", nullable=False, values=OUTLET_KINDS),
    ),
    key=("outlet",),
    per="seed",
)
