-- every claim is of the type of the event it tells of
-- table: event_claims
-- severity: warning
select
    event_claims.event_id,
    events.type_code as event_type_code,
    claims.type_code as claim_type_code
from event_claims
join events using (event_id)
join claims using (claim_id)
where events.type_code <> claims.type_code
