-- Every claim with its document and event, latest day first.
select
    claims.claim_id,
    claims.document_id,
    event_claims.event_id,
    claims.type_code,
    claims.mode,
    claims.status,
    claims.status in ('asserted', 'unconfirmed') as is_told,
    claims.actor_text,
    claims.target_text,
    claims.recipient_text,
    claims.count_text,
    claims.count_low,
    claims.count_high,
    claims.place_text,
    claims.destination_text,
    claims.date_text,
    claims.date_low,
    claims.date_high,
    claims.source_text,
    claims.source_kind,
    claims.rank_codes,
    claims.unit_text,
    claims.sentence,
    claims.place_text is not null as is_placed,
    list_filter(
        [
            if(claims.actor_text is null, 'who', null),
            if(claims.actor_text is null and claims.target_text is null, 'who and to whom', null),
            if(claims.count_text is null, 'number', null),
            if(claims.place_text is null, 'place', null),
            if(claims.place_text is not null and claims.place_id is null, 'which place', null),
            if(claims.date_low is null, 'day', null),
            if(claims.source_text is null, 'source', null)
        ],
        lambda word: word is not null
    ) as unsaid,
    raw_documents.batch_id,
    first_runs.run_id,
    documents.outlet,
    documents.published_on
from claims
left join documents using (document_id)
left join raw_documents using (document_id)
left join first_runs on first_runs.batch_id = raw_documents.batch_id
left join event_claims using (claim_id)
order by claims.date_low desc nulls last, claims.document_id, claims.trigger_raw_start_char
