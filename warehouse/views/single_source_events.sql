-- Events that rest on one independent outlet: what to confirm before it is repeated
select
    event_id,
    type_code,
    date_low,
    date_high,
    place_text,
    count_low,
    count_high,
    status,
    claim_count,
    document_count,
    first_reported_on,
    summary
from events
where outlet_count <= 1
