"""Claims: what one sentence of one document says happened."""

from dataclasses import replace

import pyarrow as pa

from schemas.columns import (
    CHAR,
    CODE,
    COUNT_HIGH,
    COUNT_LOW,
    DATE_HIGH,
    DATE_LOW,
    IN_DOCUMENT,
    INSTANT,
    PLACE_ID,
    RAW_END,
    RAW_START,
    SOURCE_KINDS,
    STATUS,
    TEXT,
    TEXTS,
    TYPE_CODE,
    span_of,
)
from schemas.corrections import CORRECTED
from schemas.table import Column, Table

FOUND = pa.struct([pa.field("field", TEXT, False), pa.field("rule", TEXT, False)])
DATE_FROM = ("absolute", "relative", "weekday", "range", "vague")

CODED_CLAIMS = Table(
    "coded_claims",
    "What one sentence of one document says happened, as the machine read it: claims before corrections.",
    (
        Column("claim_id", TEXT, "Hash of the document, the raw offsets of the trigger, and the type.", nullable=False),
        IN_DOCUMENT,
        TYPE_CODE,
        Column("mode", CODE, "How it was done, where the trigger says so (air strike, shelling, desertion …)."),
        Column("plover_code", CODE, "The PLOVER event type, with its mode after a colon; null where PLOVER has none."),
        Column("cameo_code", CODE, "The CAMEO code; null where CAMEO has none."),
        Column("acled_code", CODE, "The ACLED sub-event type; null where ACLED has none."),
        Column("trigger", TEXT, "The word or words that tell of the event, as written.", nullable=False),
        Column("trigger_raw_start_char", CHAR, "Where the trigger starts in the raw text.", nullable=False, low=0),
        Column(
            "trigger_raw_end_char", CHAR, "Where the trigger ends in the raw text, exclusive.", nullable=False, low=0
        ),
        RAW_START.but(doc="Where the sentence starts in raw_documents.text, in characters."),
        RAW_END.but(doc="Where the sentence ends in raw_documents.text, exclusive."),
        Column("sentence", TEXT, "The sentence, as it stands in documents.text.", nullable=False),
        Column("is_headline", pa.bool_(), "Whether the sentence is the headline.", nullable=False),
        STATUS,
        *span_of("source", "Whom the text names for it"),
        Column("source_kind", CODE, "What kind of source that is.", values=SOURCE_KINDS),
        *span_of("actor", "Who does it: the defectors, the protesters, those who arrest, shell or kill"),
        *span_of("target", "To whom or what it is done; for a defection the force or regime left"),
        *span_of("recipient", "For a defection the side joined; for aid, surrender or agreement the other party"),
        Column("ranks", TEXTS, "For a defection, the ranks or kinds of people: lower case, singular.", nullable=False),
        Column(
            "rank_codes", TEXTS, "The same ranks as codes of the ladder, where the ladder has them.", nullable=False
        ),
        *span_of("unit", "The military unit that acts, or that the defectors left"),
        *span_of("count", "The words that say how many people act or are affected"),
        COUNT_LOW,
        COUNT_HIGH,
        Column("is_total", pa.bool_(), "Whether the number is a running total and not one event's.", nullable=False),
        *span_of("place", "The most specific place named for it, with its container if adjacent"),
        PLACE_ID,
        *span_of("destination", "Where the defectors, the displaced or the troops go"),
        PLACE_ID.but(name="destination_id", doc="The gazetteer's place they go to; null when unresolved."),
        *span_of("date", "The time expression"),
        DATE_LOW,
        DATE_HIGH,
        Column("date_from", CODE, "What settled the days.", values=DATE_FROM),
        Column(
            "found",
            pa.list_(FOUND),
            "The rule behind each field that is filled or was left open again.",
            nullable=False,
        ),
    ),
    key=("claim_id",),
    ordered=(
        ("raw_start_char", "trigger_raw_start_char"),
        ("trigger_raw_end_char", "raw_end_char"),
        ("count_low", "count_high"),
        ("date_low", "date_high"),
    ),
)

CLAIMS = replace(
    CODED_CLAIMS,
    name="claims",
    doc="What one sentence of one document says happened, is going on, may happen, is called for, or did not happen.",
    columns=(
        *CODED_CLAIMS.columns,
        CORRECTED,
        Column("known_from", INSTANT, "Since when it is told as it is here.", joined="claim_history"),
        Column(
            "superseded_at",
            INSTANT,
            "When a later version of its document came from the same address; null while none has.",
            joined="raw_documents",
        ),
    ),
)
