-- Persons named as those who defect, with rank, unit left and side joined; the days are those of the event, where it has any.
select
    mentions.entity_id,
    coalesce(entities.name, mentions.text) as name,
    coalesce(mentions.rank_code, entities.rank_codes[1]) as rank_code,
    ranks.grade,
    claims.claim_id,
    claims.document_id,
    event_claims.event_id,
    claims.status,
    claims.unit_text,
    claims.target_text,
    claims.recipient_text,
    claims.destination_text,
    if(coalesce(events.date_low, events.date_high) is null, claims.date_low, events.date_low) as date_low,
    if(coalesce(events.date_low, events.date_high) is null, claims.date_high, events.date_high) as date_high,
    claims.source_text,
    documents.outlet,
    documents.published_on
from claims
join mentions
    on mentions.document_id = claims.document_id
    and mentions.label = 'person'
    and mentions.raw_start_char >= claims.actor_raw_start_char
    and mentions.raw_end_char <= claims.actor_raw_end_char
left join entities using (entity_id)
left join ranks on ranks.rank_code = coalesce(mentions.rank_code, entities.rank_codes[1])
left join event_claims on event_claims.claim_id = claims.claim_id
left join events on events.event_id = event_claims.event_id
left join documents on documents.document_id = claims.document_id
where claims.type_code = 'defection'
order by ranks.grade desc nulls last, name, date_low, claims.claim_id
