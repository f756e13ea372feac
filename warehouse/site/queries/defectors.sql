-- Persons named as those who defect or as who led them along, with rank, unit left and side joined; the days are those of the event, where it has any.
with named as (
    select
        claims.claim_id,
        mentions.entity_id,
        mentions.text,
        mentions.rank_code,
        mentions.raw_start_char >= claims.actor_raw_start_char
            and mentions.raw_end_char <= claims.actor_raw_end_char as is_actor,
        coalesce(regexp_full_match(
            substring(
                raw_documents.text,
                claims.actor_raw_end_char + 1,
                greatest(mentions.raw_start_char - claims.actor_raw_end_char, 0)
            ),
            '\s+(led|headed|commanded|accompanied)\s+by\s[^,;:]{0,50}'
        ) and list_contains(claims.rank_codes, mentions.rank_code), false) as is_leader
    from claims
    join mentions
        on mentions.document_id = claims.document_id
        and mentions.label = 'person'
        and mentions.raw_start_char >= claims.raw_start_char
        and mentions.raw_end_char <= claims.raw_end_char
    join raw_documents on raw_documents.document_id = claims.document_id
    where claims.type_code = 'defection'
)
select
    named.entity_id,
    coalesce(entities.name, named.text) as name,
    coalesce(named.rank_code, entities.rank_codes[1]) as rank_code,
    ranks.grade,
    not named.is_actor as is_leader,
    claims.claim_id,
    claims.document_id,
    event_claims.event_id,
    events.outlet_count,
    events.counts_agree,
    events.denial_count,
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
from named
join claims on claims.claim_id = named.claim_id
left join entities using (entity_id)
left join ranks on ranks.rank_code = coalesce(named.rank_code, entities.rank_codes[1])
left join event_claims on event_claims.claim_id = claims.claim_id
left join events on events.event_id = event_claims.event_id
left join documents on documents.document_id = claims.document_id
where named.is_actor or named.is_leader
order by ranks.grade desc nulls last, name, date_low, claims.claim_id
