"""What is done: `STAGES` in order is the table of contents of the product."""

from schemas.claims import CLAIMS, CODED_CLAIMS
from schemas.corrections import CORRECTION_OUTCOMES, CORRECTIONS, ENTITY_OUTCOMES, EVENT_OUTCOMES, PLACE_OUTCOMES
from schemas.documents import DOCUMENTS
from schemas.duplicates import DUPLICATES, SIGNATURES, STORIES
from schemas.entities import ENTITIES, ENTITY_FORMS, REVIEW_PAIRS
from schemas.events import EVENT_CLAIMS, EVENTS
from schemas.mentions import MENTIONS
from schemas.parses import PARSES
from schemas.raw_documents import RAW_DOCUMENTS
from schemas.sentences import SENTENCES
from stages.claims import code_claims
from stages.corrections import correct_claims, record_corrections
from stages.documents import clean_documents
from stages.duplicates import pair_duplicates, sign_documents
from stages.entities import link_mentions
from stages.events import group_claims
from stages.mentions import find_mentions
from stages.parses import parse_documents
from stages.raw_documents import decode_documents
from stages.sentences import split_sentences
from stages.stage import Stage
from stages.stories import group_documents

STAGES: tuple[Stage, ...] = (
    Stage(decode_documents, ("landed",), (RAW_DOCUMENTS,), ("limits",)),
    Stage(clean_documents, ("raw_documents",), (DOCUMENTS,), ("phrases", "outlets", "limits")),
    Stage(parse_documents, ("documents",), (PARSES,), ("language",)),
    Stage(split_sentences, ("parses", "documents"), (SENTENCES,)),
    Stage(
        find_mentions,
        ("parses", "documents"),
        (MENTIONS, PLACE_OUTCOMES),
        ("words", "ranks", "gazetteer", "outlets", "place_corrections"),
    ),
    Stage(code_claims, ("parses", "documents", "mentions"), (CODED_CLAIMS,), ("vocab", "ranks", "second_reader")),
    Stage(correct_claims, ("coded_claims",), (CLAIMS, CORRECTION_OUTCOMES), ("claim_corrections", "crosswalks")),
    Stage(sign_documents, ("documents",), (SIGNATURES,)),
    Stage(pair_duplicates, ("candidate_pairs", "candidate_texts"), (DUPLICATES,), per="corpus"),
    Stage(group_documents, ("related_pairs", "current_articles"), (STORIES,), per="corpus"),
    Stage(
        link_mentions,
        ("mention_forms", "short_forms"),
        (ENTITIES, ENTITY_FORMS, REVIEW_PAIRS, ENTITY_OUTCOMES),
        ("gazetteer", "ranks", "entity_corrections"),
        per="corpus",
    ),
    Stage(
        group_claims,
        ("claim_facts",),
        (EVENTS, EVENT_CLAIMS, EVENT_OUTCOMES),
        ("gazetteer", "event_corrections"),
        per="corpus",
    ),
    Stage(
        record_corrections,
        ("correction_outcomes", "place_outcomes", "entity_outcomes", "event_outcomes"),
        (CORRECTIONS,),
        ("corrections",),
        per="corpus",
    ),
)
