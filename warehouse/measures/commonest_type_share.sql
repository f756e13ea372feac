-- The share of the commonest type among the claims.
with counted as (
    select
        type_code,
        count(*) as claim_count
    from claims
    group by type_code
)
select
    max(claim_count) / nullif(sum(claim_count), 0) as value,
    coalesce(sum(claim_count), 0)::bigint as row_count
from counted
