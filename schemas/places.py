"""The gazetteer: places known beforehand (a seed), and the lookup tables that are compiled from it and its sources."""

import pyarrow as pa

from schemas.columns import CODE, COUNT, TEXT
from schemas.table import Column, Table

PLACE_KINDS = (
    "continent", "region", "country", "province", "city", "town", "village", "district",
    "camp", "crossing", "base", "airport", "dam", "site", "mountain", "water",
)  # fmt: skip

PLACE = Column("place_id", TEXT, "ISO code of a country or province, geonames:NUMBER, or a name.", nullable=False)
LATITUDE = Column("latitude", pa.float64(), "Degrees north.", low=-90, high=90)
LONGITUDE = Column("longitude", pa.float64(), "Degrees east.", low=-180, high=180)
COMMON = (
    PLACE,
    Column("name", TEXT, "Its usual English name.", nullable=False),
    Column("kind", CODE, "What kind of place it is.", nullable=False, values=PLACE_KINDS),
    Column("container_id", TEXT, "The smallest province, or the country, that contains it."),
    Column("country_code", CODE, "ISO 3166-1 alpha-2; null for what lies in several countries."),
    LATITUDE,
    LONGITUDE,
    Column("population", COUNT, "Inhabitants, roughly; null when unknown.", low=0),
)

PLACES = Table(
    "places",
    "One country, or one place of the wars that are covered, in its usual spellings.",
    (
        *COMMON,
        Column("other_names", TEXT, "Other names and spellings, separated by |."),
        Column("demonyms", TEXT, "What its people and things are called, separated by |: Syrian|Syrians."),
        Column("admin1_code", TEXT, "The code GeoNames gives the province within its country; null for other kinds."),
    ),
    key=("place_id",),
    per="seed",
)

GAZETTEER = Table(
    "gazetteer",
    "One place that a name can be resolved to, from all sources.",
    COMMON,
    key=("place_id",),
    per="seed",
)

GAZETTEER_NAMES = Table(
    "gazetteer_names",
    "One name of one place, as hashes to look it up by.",
    (
        Column("name_hash", pa.int64(), "Hash of the folded name.", nullable=False),
        Column("position", pa.int32(), "The row of the gazetteer, from 0.", nullable=False, low=0),
        Column("use", CODE, "How it names it.", nullable=False, values=("main", "other", "demonym", "skeleton")),
        Column("folded", TEXT, "The folded name; null except where it is compared by letters."),
    ),
    key=("name_hash", "position", "use"),
    per="seed",
)
