-- Defections by rank, the highest first: how many events, and how many people where one rank is named; no running totals
-- label: The rank in words.
-- grade: Height on the ladder: OF-1 is 11, OF-10 is 20; null for kinds of people.
-- event_count: Defections in which the rank is named.
-- certain_count: Those of them that are asserted.
-- people_low: The fewest people of the rank, over events that name no other rank; a named rank is at least one person.
-- people_high: The most people of the rank over the same events; null when one of them leaves it open.
-- first_on: The earliest day of such a defection.
-- last_on: The latest day of such a defection.
with held as (
    select
        *,
        unnest(rank_codes) as rank_code,
        len(rank_codes) as rank_count
    from defections
)
select
    ranks.rank_code,
    ranks.label,
    ranks.branch,
    ranks.nato_grade,
    ranks.grade,
    count(*) as event_count,
    count(*) filter (held.status = 'asserted') as certain_count,
    coalesce(sum(greatest(held.count_low, 1)) filter (held.rank_count = 1), 0)::bigint as people_low,
    if(
        bool_and(held.count_high is not null) filter (held.rank_count = 1),
        sum(held.count_high) filter (held.rank_count = 1),
        null
    )::bigint as people_high,
    min(held.date_low) as first_on,
    max(held.date_high) as last_on
from held
join ranks using (rank_code)
where held.status not in ('denied', 'planned', 'possible')
    and not held.is_total
group by
    ranks.rank_code,
    ranks.label,
    ranks.branch,
    ranks.nato_grade,
    ranks.grade
order by
    ranks.grade desc nulls last,
    ranks.rank_code
