-- Events whose claims do not fit together, one row a claim: in number, in whether it happened, in day or in place
-- differs_in: What the claims of the event differ in: counts, status, days, places.
-- outlet: Who published the claim.
-- source_text: Whom the claim names for it.
-- status: How sure the claim is that it happened.
-- sentence: The sentence that says so.
with compared as (
    select
        event_claims.event_id,
        max(claims.date_low) > min(claims.date_high) as days_differ,
        min(claims.place_id) <> max(claims.place_id) as places_differ
    from events
    join event_claims using (event_id)
    join claims using (claim_id)
    where events.claim_count > 1
    group by event_claims.event_id
),
disputed as (
    select
        events.event_id,
        events.outlet_count,
        list_filter(
            [
                if(not events.counts_agree, 'counts', null),
                if(events.denial_count > 0 and events.status <> 'denied', 'status', null),
                if(compared.days_differ, 'days', null),
                if(compared.places_differ, 'places', null)
            ],
            lambda difference: difference is not null
        ) as differs_in
    from events
    join compared using (event_id)
    where not events.counts_agree
        or (events.denial_count > 0 and events.status <> 'denied')
        or compared.days_differ
        or compared.places_differ
)
select
    disputed.event_id,
    claims.type_code,
    disputed.differs_in,
    disputed.outlet_count,
    documents.outlet,
    documents.published_on,
    claims.source_text,
    claims.status,
    claims.count_text,
    claims.count_low,
    claims.count_high,
    claims.date_low,
    claims.date_high,
    claims.place_text,
    claims.sentence,
    claims.claim_id
from disputed
join event_claims using (event_id)
join claims using (claim_id)
join documents using (document_id)
order by
    disputed.outlet_count desc,
    disputed.event_id,
    documents.published_on,
    documents.outlet,
    claims.claim_id
