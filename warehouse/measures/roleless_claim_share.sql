-- The share of claims for which neither who nor to whom was found.
select
    avg((actor_text is null and target_text is null)::integer) as value,
    count(*) as row_count
from claims
