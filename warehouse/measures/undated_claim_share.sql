-- The share of claims without a day.
select
    avg((date_low is null)::integer) as value,
    count(*) as row_count
from claims
