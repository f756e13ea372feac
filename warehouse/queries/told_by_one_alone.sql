-- Which events rest on one outlet alone?
select
    type_code,
    date_low,
    place_text,
    status,
    claim_count,
    summary
from single_source_events
order by
    date_low nulls last,
    type_code
