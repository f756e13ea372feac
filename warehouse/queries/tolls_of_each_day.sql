-- How many were killed and wounded on each day, at least and at most?
select
    happened_on,
    killed_low,
    killed_high,
    wounded_low,
    wounded_high,
    uncounted_count
from tolls_by_day
