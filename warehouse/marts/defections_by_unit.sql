-- Defections by the unit left or acting, as named in the corpus; no running totals, denials, plans or possibilities
-- unit_id: The unit; null for one that no name was linked to.
-- unit: What it is called.
-- event_count: Defections in which the unit is named.
-- people_low: The fewest people, over the events that give a number and name no other unit.
-- people_high: The most people over the same events; null when one of them leaves it open.
-- first_on: The earliest day of such a defection.
-- last_on: The latest day of such a defection.
with named as (
    select distinct
        event_claims.event_id,
        coalesce(entities.entity_id, lower(regexp_replace(claims.unit_text, '^(the|a|an)\s+', '', 'i'))) as unit_key,
        entities.entity_id as unit_id,
        coalesce(entities.name, regexp_replace(claims.unit_text, '^(the|a|an)\s+', '', 'i')) as unit
    from claims
    join event_claims using (claim_id)
    left join mentions
        on mentions.document_id = claims.document_id
        and mentions.label = 'organisation'
        and mentions.kind = 'unit'
        and mentions.raw_start_char < claims.unit_raw_end_char
        and mentions.raw_end_char > claims.unit_raw_start_char
    left join entities on entities.entity_id = mentions.entity_id
    where claims.type_code = 'defection'
      and claims.unit_text is not null
),
held as (
    select
        named.*,
        defections.*,
        count(*) over (partition by defections.event_id) as unit_count
    from named
    join defections using (event_id)
    where defections.status not in ('denied', 'planned', 'possible')
      and not defections.is_total
)
select
    any_value(unit_id) as unit_id,
    min(unit) as unit,
    count(*) as event_count,
    coalesce(sum(count_low) filter (unit_count = 1), 0)::bigint as people_low,
    if(
        bool_and(count_high is not null) filter (unit_count = 1 and coalesce(count_low, count_high) is not null),
        sum(count_high) filter (unit_count = 1),
        null
    )::bigint as people_high,
    min(date_low) as first_on,
    max(date_high) as last_on
from held
group by unit_key
order by
    event_count desc,
    unit
