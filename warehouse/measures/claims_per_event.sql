-- The mean number of claims that tell of one event.
select
    avg(claim_count) as value,
    count(*) as row_count
from events
