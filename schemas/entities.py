"""Real things behind names: persons, groups, units, outlets and places."""

import pyarrow as pa

from schemas.columns import CODE, COUNT, TEXT, TEXTS
from schemas.corrections import CORRECTED
from schemas.table import Column, Table

KINDS = ("person", "organisation", "unit", "group", "agency", "outlet", "place")

ENTITIES = Table(
    "entities",
    "One person, group, unit or place, however often and however spelt.",
    (
        Column(
            "entity_id",
            TEXT,
            "Hash of its first mention in order of mention_id, or of its gazetteer id.",
            nullable=False,
        ),
        Column("kind", CODE, "What kind of thing it is.", nullable=False, values=KINDS),
        Column("name", TEXT, "The fullest of its commonest forms.", nullable=False),
        Column("other_names", TEXTS, "Every other form seen, commonest first.", nullable=False),
        Column("rank_codes", TEXTS, "Ranks written before the name, in order of the ladder.", nullable=False),
        Column("country_code", CODE, "ISO 3166-1 alpha-2; null when unknown."),
        Column("latitude", pa.float64(), "Degrees north, of a resolved place.", low=-90, high=90),
        Column("longitude", pa.float64(), "Degrees east, of a resolved place.", low=-180, high=180),
        Column("gazetteer_id", TEXT, "The place in the gazetteer; null when unresolved or no place."),
        CORRECTED,
        Column("mention_count", COUNT, "Mentions in the corpus.", low=1, joined="mentions"),
        Column("document_count", COUNT, "Documents that mention it.", low=1, joined="mentions"),
    ),
    key=("entity_id",),
    per="corpus",
)

ENTITY_FORMS = Table(
    "entity_forms",
    "Which entity a written form names, in the whole corpus or in one document.",
    (
        Column("form_id", TEXT, "The form: label, folded text and, for a short form, its document.", nullable=False),
        Column("entity_id", TEXT, "The entity.", nullable=False, refers_to="entities.entity_id"),
        Column("rule", TEXT, "Why the form was given to the entity.", nullable=False),
        Column("score", pa.float64(), "How sure that is.", nullable=False, low=0, high=1),
    ),
    key=("form_id",),
    per="corpus",
)

REVIEW_PAIRS = Table(
    "review_pairs",
    "Two entities that may be one: too alike to ignore, too unsure to merge.",
    (
        Column("entity_id", TEXT, "The one.", nullable=False, refers_to="entities.entity_id"),
        Column("other_entity_id", TEXT, "The other.", nullable=False, refers_to="entities.entity_id"),
        Column("score", pa.float64(), "How alike they are.", nullable=False, low=0, high=1),
        Column("reason", TEXT, "What speaks for and against.", nullable=False),
    ),
    key=("entity_id", "other_entity_id"),
    per="corpus",
)
