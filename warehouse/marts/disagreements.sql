-- Events whose claims do not fit together: in number, in whether it happened, in day or in place; every figure with its source
-- differs_in: What they differ in: counts, status, days, places.
-- figures: What each claim says: outlet, source, status, number, days, place and sentence.
with told as (
    select
        event_claims.event_id,
        max(claims.date_low) > min(claims.date_high) as days_differ,
        count(distinct claims.place_id) > 1 as places_differ,
        list(
            {
                'claim_id': claims.claim_id,
                'outlet': documents.outlet,
                'source_text': claims.source_text,
                'status': claims.status,
                'count_text': claims.count_text,
                'count_low': claims.count_low,
                'count_high': claims.count_high,
                'date_low': claims.date_low,
                'date_high': claims.date_high,
                'place_text': claims.place_text,
                'sentence': claims.sentence
            }
            order by documents.published_on, documents.outlet, claims.claim_id
        ) as figures
    from event_claims
    join claims using (claim_id)
    join documents using (document_id)
    group by event_claims.event_id
    having count(*) > 1
),
judged as (
    select
        events.*,
        told.figures,
        list_filter(
            [
                if(not events.counts_agree, 'counts', null),
                if(events.denial_count > 0 and events.status <> 'denied', 'status', null),
                if(told.days_differ, 'days', null),
                if(told.places_differ, 'places', null)
            ],
            lambda difference: difference is not null
        ) as differs_in
    from events
    join told using (event_id)
)
select
    event_id,
    type_code,
    date_low,
    date_high,
    place_text,
    count_low,
    count_high,
    status,
    weakest_status,
    denial_count,
    outlet_count,
    differs_in,
    figures
from judged
where len(differs_in) > 0
order by
    outlet_count desc,
    date_low desc nulls last,
    event_id
