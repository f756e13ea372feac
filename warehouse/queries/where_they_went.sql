-- Where do defectors go?
select
    destination,
    event_count,
    people_low,
    people_high
from defections_by_destination
