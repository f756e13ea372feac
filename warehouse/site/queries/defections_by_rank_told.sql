-- Claims and events of defection by the ranks they name, the highest rank first.
with named as (
    select
        claims.claim_id,
        event_claims.event_id,
        unnest(claims.rank_codes) as rank_code
    from claims
    left join event_claims using (claim_id)
    where claims.type_code = 'defection'
      and claims.status in ('asserted', 'unconfirmed')
)
select
    named.rank_code,
    ranks.label,
    ranks.branch,
    ranks.nato_grade,
    ranks.grade,
    count(distinct named.claim_id) as claim_count,
    count(distinct named.event_id) as event_count
from named
left join ranks using (rank_code)
group by all
order by ranks.grade desc nulls last, claim_count desc, named.rank_code
