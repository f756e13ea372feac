-- Claims that a defection happened, and the events they tell of, by the ranks they name, the highest rank first.
with named as (
    select
        claims.claim_id,
        claims.status in ('asserted', 'unconfirmed') as is_told,
        event_claims.event_id,
        bool_or(claims.status in ('asserted', 'unconfirmed')) over (partition by event_claims.event_id) as is_told_event,
        claims.rank_codes
    from claims
    left join event_claims using (claim_id)
    where claims.type_code = 'defection'
),
each_rank as (
    select
        * exclude (rank_codes),
        unnest(rank_codes) as rank_code
    from named
)
select
    each_rank.rank_code,
    ranks.label,
    ranks.branch,
    ranks.nato_grade,
    ranks.grade,
    count(distinct each_rank.claim_id) filter (where each_rank.is_told) as claim_count,
    count(distinct each_rank.event_id) filter (where each_rank.is_told_event) as event_count
from each_rank
left join ranks using (rank_code)
group by all
having event_count > 0 or claim_count > 0
order by ranks.grade desc nulls last, event_count desc, claim_count desc, each_rank.rank_code
