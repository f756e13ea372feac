-- How many defected in each month?
select
    month_on,
    event_count,
    corroborated_count,
    people_low,
    people_high
from defections_by_month
