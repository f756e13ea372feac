-- Claims and events of each type.
with counted as (
    select type_code, count(*) as claim_count, 0 as event_count
    from claims
    group by type_code
    union all
    select type_code, 0, count(*)
    from events
    group by type_code
)
select
    type_code,
    sum(claim_count) as claim_count,
    sum(event_count) as event_count
from counted
group by type_code
order by claim_count desc, type_code
