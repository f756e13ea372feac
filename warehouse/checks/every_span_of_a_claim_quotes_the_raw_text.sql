-- every span of a claim quotes the raw text, but for the characters that were repaired
-- table: claims
-- severity: critical
with spans as (
    select
        claim_id,
        document_id,
        'trigger' as role,
        trigger as text,
        trigger_raw_start_char as start_char,
        trigger_raw_end_char as end_char
    from claims
    union all
    select
        claim_id,
        document_id,
        'source' as role,
        source_text as text,
        source_raw_start_char as start_char,
        source_raw_end_char as end_char
    from claims
    union all
    select
        claim_id,
        document_id,
        'actor' as role,
        actor_text as text,
        actor_raw_start_char as start_char,
        actor_raw_end_char as end_char
    from claims
    union all
    select
        claim_id,
        document_id,
        'target' as role,
        target_text as text,
        target_raw_start_char as start_char,
        target_raw_end_char as end_char
    from claims
    union all
    select
        claim_id,
        document_id,
        'recipient' as role,
        recipient_text as text,
        recipient_raw_start_char as start_char,
        recipient_raw_end_char as end_char
    from claims
    union all
    select
        claim_id,
        document_id,
        'unit' as role,
        unit_text as text,
        unit_raw_start_char as start_char,
        unit_raw_end_char as end_char
    from claims
    union all
    select
        claim_id,
        document_id,
        'count' as role,
        count_text as text,
        count_raw_start_char as start_char,
        count_raw_end_char as end_char
    from claims
    union all
    select
        claim_id,
        document_id,
        'place' as role,
        place_text as text,
        place_raw_start_char as start_char,
        place_raw_end_char as end_char
    from claims
    union all
    select
        claim_id,
        document_id,
        'destination' as role,
        destination_text as text,
        destination_raw_start_char as start_char,
        destination_raw_end_char as end_char
    from claims
    union all
    select
        claim_id,
        document_id,
        'date' as role,
        date_text as text,
        date_raw_start_char as start_char,
        date_raw_end_char as end_char
    from claims
),
runs_of_text as (
    select
        document_id,
        unnest(pieces, recursive := true)
    from documents
),
-- joined before the raw text is, of which a page may have a million characters: it is read once, not once a span
placed as materialized (
    select
        spans.claim_id,
        spans.document_id,
        spans.role,
        spans.text,
        spans.start_char,
        spans.end_char
    from spans
    join runs_of_text
        on runs_of_text.document_id = spans.document_id
        and runs_of_text.length = runs_of_text.raw_length
        and spans.start_char >= runs_of_text.raw_start_char
        and spans.end_char <= runs_of_text.raw_start_char + runs_of_text.raw_length
)
select
    placed.claim_id,
    placed.role,
    placed.text
from placed
join raw_documents using (document_id)
where regexp_replace(placed.text, '[\s\x{a0}]', ' ', 'g') <> regexp_replace(
    substr(raw_documents.text, placed.start_char + 1, placed.end_char - placed.start_char), '[\s\x{a0}]', ' ', 'g'
)
