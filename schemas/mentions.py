"""Names, dates and counts where they stand."""

import pyarrow as pa

from schemas.columns import (
    CODE,
    COUNT_HIGH,
    COUNT_LOW,
    DATE_HIGH,
    DATE_LOW,
    END,
    IN_DOCUMENT,
    PRECISIONS,
    RAW_END,
    RAW_START,
    START,
    TEXT,
)
from schemas.corrections import CORRECTED
from schemas.table import Column, Table

LABELS = ("person", "organisation", "place", "date", "count")

MENTIONS = Table(
    "mentions",
    "One name, date or count at one place in one document.",
    (
        Column("mention_id", TEXT, "Hash of the document, the label and the raw offsets.", nullable=False),
        IN_DOCUMENT,
        Column("entity_id", TEXT, "The person, group, unit or place it names.", joined="entity_mentions"),
        Column("label", TEXT, "What is named.", nullable=False, values=LABELS),
        Column(
            "kind", TEXT, "Finer than the label where the words say so: unit, group, agency, outlet, country, city …"
        ),
        Column("text", TEXT, "The name without rank or title, as it stands in documents.text.", nullable=False),
        START,
        END,
        RAW_START,
        RAW_END,
        Column("rank_code", CODE, "The military or police rank written before the name.", codes="ranks.rank_code"),
        Column("role_text", TEXT, "The rank, title or post written beside the name, as written."),
        Column("gazetteer_id", TEXT, "The place in the gazetteer it was resolved to; null when unresolved."),
        Column("place_precision", CODE, "How exact the resolved place is.", values=PRECISIONS),
        Column("place_rule", TEXT, "What spoke for the resolved place, and which other place came next."),
        Column(
            "place_score",
            pa.float64(),
            "How sure the resolved place is, beside the others of that name.",
            low=0,
            high=1,
        ),
        Column("latitude", pa.float64(), "Of the resolved place, in degrees north.", low=-90, high=90),
        Column("longitude", pa.float64(), "Of the resolved place, in degrees east.", low=-180, high=180),
        Column(
            "country_code", CODE, "ISO 3166-1 alpha-2 of the resolved place, or of the named group where a seed says."
        ),
        COUNT_LOW,
        COUNT_HIGH,
        DATE_LOW,
        DATE_HIGH,
        CORRECTED,
    ),
    key=("mention_id",),
    ordered=(
        ("raw_start_char", "raw_end_char"),
        ("start_char", "end_char"),
        ("count_low", "count_high"),
        ("date_low", "date_high"),
    ),
)
