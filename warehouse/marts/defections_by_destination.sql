-- Defections by where the defectors went; no running totals, denials, plans or possibilities
-- destination_id: The place in the gazetteer; null when unresolved.
-- destination: What it is called: its name in the gazetteer's entity, else as written.
-- event_count: Defections to there.
-- people_low: The fewest people, over the events that give a number.
-- people_high: The most people over the same events; null when one of them leaves it open.
-- first_on: The earliest day of such a defection.
-- last_on: The latest day of such a defection.
with went as (
    select distinct
        event_claims.event_id,
        claims.destination_id,
        coalesce(claims.destination_id, lower(claims.destination_text)) as destination_key,
        coalesce(entities.name, claims.destination_text) as destination
    from claims
    join event_claims using (claim_id)
    left join entities on entities.gazetteer_id = claims.destination_id
    where claims.type_code = 'defection'
      and claims.destination_text is not null
),
gone as (
    select
        destination_key,
        any_value(destination_id) as destination_id,
        min(destination) as destination,
        event_id
    from went
    group by
        destination_key,
        event_id
)
select
    any_value(gone.destination_id) as destination_id,
    min(gone.destination) as destination,
    count(*) as event_count,
    coalesce(sum(defections.count_low), 0)::bigint as people_low,
    if(
        bool_and(defections.count_high is not null)
            filter (coalesce(defections.count_low, defections.count_high) is not null),
        sum(defections.count_high),
        null
    )::bigint as people_high,
    min(defections.date_low) as first_on,
    max(defections.date_high) as last_on
from gone
join defections using (event_id)
where defections.status not in ('denied', 'planned', 'possible')
  and not defections.is_total
group by gone.destination_key
order by
    event_count desc,
    destination
