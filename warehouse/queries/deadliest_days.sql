-- On which days were most people killed, by what is known of single events?
select
    happened_on,
    killed_low,
    killed_high,
    killing_count,
    disputed_count
from tolls_by_day
order by killed_low desc nulls last
limit 10
