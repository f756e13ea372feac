-- One document with its raw text, its blocks, and every mention and claim found in it.
with told as (
    select
        claims.document_id,
        list({
            'claim_id': claims.claim_id,
            'event_id': event_claims.event_id,
            'type_code': claims.type_code,
            'mode': claims.mode,
            'plover_code': claims.plover_code,
            'cameo_code': claims.cameo_code,
            'acled_code': claims.acled_code,
            'trigger': claims.trigger,
            'trigger_raw_start_char': claims.trigger_raw_start_char,
            'trigger_raw_end_char': claims.trigger_raw_end_char,
            'raw_start_char': claims.raw_start_char,
            'raw_end_char': claims.raw_end_char,
            'status': claims.status,
            'source_text': claims.source_text,
            'source_kind': claims.source_kind,
            'actor_text': claims.actor_text,
            'target_text': claims.target_text,
            'recipient_text': claims.recipient_text,
            'ranks': claims.ranks,
            'unit_text': claims.unit_text,
            'count_text': claims.count_text,
            'count_low': claims.count_low,
            'count_high': claims.count_high,
            'is_total': claims.is_total,
            'place_text': claims.place_text,
            'place_id': claims.place_id,
            'destination_text': claims.destination_text,
            'date_text': claims.date_text,
            'date_low': claims.date_low,
            'date_high': claims.date_high,
            'date_from': claims.date_from,
            'found': claims.found
        } order by claims.trigger_raw_start_char, claims.claim_id) as claims
    from claims
    left join event_claims using (claim_id)
    group by claims.document_id
),
copied as (
    select
        copies_document_id as document_id,
        list({
            'document_id': duplicates.document_id,
            'kind': duplicates.kind,
            'similarity': duplicates.similarity,
            'outlet': documents.outlet
        } order by duplicates.document_id) as copies
    from duplicates
    join documents using (document_id)
    group by copies_document_id
),
named as (
    select
        document_id,
        list({
            'mention_id': mention_id,
            'entity_id': entity_id,
            'label': label,
            'text': text,
            'raw_start_char': raw_start_char,
            'raw_end_char': raw_end_char
        } order by raw_start_char, raw_end_char) as mentions
    from mentions
    group by document_id
)
select
    documents.document_id,
    documents.uri,
    documents.outlet,
    documents.title,
    documents.byline,
    documents.dateline,
    documents.published_on,
    documents.published_from,
    documents.language,
    documents.blocks,
    documents.kept_share,
    raw_documents.text as raw_text,
    raw_documents.encoding,
    raw_documents.media_type,
    raw_documents.byte_count,
    raw_documents.received_at,
    raw_documents.batch_id,
    raw_documents.superseded_by,
    duplicates.copies_document_id,
    duplicates.kind as copy_kind,
    duplicates.similarity,
    copied.copies,
    told.claims,
    named.mentions
from documents
join raw_documents using (document_id)
left join duplicates using (document_id)
left join copied using (document_id)
left join told using (document_id)
left join named using (document_id)
order by documents.document_id
