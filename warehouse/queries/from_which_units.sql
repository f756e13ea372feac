-- Which units do people defect from?
select
    unit,
    event_count,
    people_low,
    people_high,
    first_on,
    last_on
from defections_by_unit
