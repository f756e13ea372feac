"""What is promised: every table, declared once. `TABLES` is the contract, in the way of the data."""

from schemas.actors import ACTORS
from schemas.boilerplate import BOILERPLATE
from schemas.bounds import BOUNDS
from schemas.claims import CLAIMS, CODED_CLAIMS
from schemas.corrections import CORRECTION_OUTCOMES, CORRECTIONS, ENTITY_OUTCOMES, EVENT_OUTCOMES, PLACE_OUTCOMES
from schemas.documents import DOCUMENTS
from schemas.duplicates import DUPLICATES, SIGNATURES, STORIES
from schemas.entities import ENTITIES, ENTITY_FORMS, REVIEW_PAIRS
from schemas.event_types import EVENT_TYPES
from schemas.events import EVENT_CLAIMS, EVENTS
from schemas.frames import FRAMES
from schemas.histories import CLAIM_HISTORY, EVENT_HISTORY
from schemas.inflections import INFLECTIONS
from schemas.landed import LANDED
from schemas.light_verbs import LIGHT_VERBS
from schemas.mentions import MENTIONS
from schemas.outlets import OUTLETS
from schemas.parses import PARSES
from schemas.places import PLACES
from schemas.ranks import RANKS
from schemas.raw_documents import RAW_DOCUMENTS
from schemas.records import CHECKS, REJECTS, RUNS
from schemas.scores import SCORES
from schemas.sentences import SENTENCES
from schemas.table import Table
from schemas.triggers import TRIGGERS
from schemas.word_classes import WORD_CLASSES

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        LANDED, RAW_DOCUMENTS, DOCUMENTS, PARSES, SENTENCES, MENTIONS, PLACE_OUTCOMES, CODED_CLAIMS, CLAIMS,
        CORRECTION_OUTCOMES, SIGNATURES, DUPLICATES, STORIES, ENTITIES, ENTITY_FORMS, REVIEW_PAIRS, ENTITY_OUTCOMES,
        EVENTS, EVENT_CLAIMS, EVENT_OUTCOMES, CORRECTIONS, CLAIM_HISTORY,
        EVENT_HISTORY, REJECTS, CHECKS, RUNS,
    )
}  # fmt: skip

NOTED_TABLES: dict[str, Table] = {SCORES.name: SCORES}  # noted line by line beside the stored tables

SEED_TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        EVENT_TYPES, RANKS, PLACES, OUTLETS, BOILERPLATE, BOUNDS, ACTORS, FRAMES, INFLECTIONS, LIGHT_VERBS, TRIGGERS,
        WORD_CLASSES,
    )
}  # fmt: skip
