-- Since when each event is told of, and since when as it is
select
    event_id,
    min(known_at) as first_known_at,
    max(known_at) as known_from
from event_history
group by event_id
