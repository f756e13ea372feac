-- One event with every claim that tells of it, side by side.
with told as (
    select
        event_claims.event_id,
        list({
            'claim_id': claims.claim_id,
            'document_id': claims.document_id,
            'rule': event_claims.rule,
            'outlet': documents.outlet,
            'title': documents.title,
            'uri': documents.uri,
            'published_on': documents.published_on,
            'copies_document_id': duplicates.copies_document_id,
            'copy_kind': duplicates.kind,
            'status': claims.status,
            'source_text': claims.source_text,
            'source_kind': claims.source_kind,
            'actor_text': claims.actor_text,
            'target_text': claims.target_text,
            'recipient_text': claims.recipient_text,
            'unit_text': claims.unit_text,
            'count_text': claims.count_text,
            'count_low': claims.count_low,
            'count_high': claims.count_high,
            'place_text': claims.place_text,
            'place_id': claims.place_id,
            'destination_text': claims.destination_text,
            'date_text': claims.date_text,
            'date_low': claims.date_low,
            'date_high': claims.date_high,
            'sentence': claims.sentence
        } order by documents.published_on, claims.document_id, claims.trigger_raw_start_char) as claims
    from event_claims
    join claims using (claim_id)
    left join documents using (document_id)
    left join duplicates using (document_id)
    group by event_claims.event_id
),
located as (
    select
        gazetteer_id as place_id,
        any_value(name order by mention_count desc) as place_name,
        any_value(entity_id order by mention_count desc) as place_entity_id
    from entities
    where gazetteer_id is not null
    group by gazetteer_id
)
select
    events.*,
    located.place_name,
    located.place_entity_id,
    told.claims
from events
left join located using (place_id)
left join told using (event_id)
order by events.event_id
