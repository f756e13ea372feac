-- Why each claim stands with its event: the rule, the points and the words, one row a claim, in order of publication
select
    event_claims.event_id,
    events.summary,
    event_claims.rule,
    documents.outlet,
    documents.published_on,
    claims.status,
    claims.count_low,
    claims.count_high,
    claims.place_text,
    claims.date_text,
    claims.sentence,
    claims.claim_id,
    claims.document_id,
    documents.uri
from event_claims
join events using (event_id)
join claims using (claim_id)
join documents using (document_id)
order by event_claims.event_id, documents.published_on nulls last, claims.document_id, claims.trigger_raw_start_char
