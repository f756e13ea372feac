-- Defections that a claim asserts or calls unconfirmed, one row an event, with how many people at least and at most.
with told as (
    select
        event_claims.event_id,
        bool_and(claims.is_total) as is_total,
        bool_or(claims.status in ('asserted', 'unconfirmed')) as is_told,
        any_value(claims.unit_text order by claims.claim_id) as unit_text,
        any_value(claims.destination_text order by claims.claim_id) as destination_text
    from event_claims
    join claims using (claim_id)
    where claims.type_code = 'defection'
    group by event_claims.event_id
)
select
    events.event_id,
    events.summary,
    events.date_low,
    events.date_high,
    events.count_low,
    events.count_high,
    events.counts_agree,
    events.status,
    events.outlet_count,
    events.claim_count,
    events.place_text,
    told.is_total,
    told.is_told,
    told.unit_text,
    told.destination_text
from events
join told using (event_id)
where events.type_code = 'defection'
order by events.date_low desc nulls last, events.event_id
