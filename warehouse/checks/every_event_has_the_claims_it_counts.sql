-- every event has as many claims as it says, and at least one
-- table: events
-- severity: critical
with counted as (
    select
        event_id,
        count(*) as claim_count
    from event_claims
    group by event_id
)
select
    events.event_id,
    events.claim_count,
    counted.claim_count as found_count
from events
left join counted using (event_id)
where events.claim_count is distinct from counted.claim_count
