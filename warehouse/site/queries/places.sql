-- Places where events happened, with their coordinates and how exactly each is known.
with told as (
    select
        place_id,
        count(*) as event_count,
        sum(claim_count) as claim_count
    from events
    where place_id is not null
    group by place_id
),
exactness as (
    select
        gazetteer_id as place_id,
        mode(place_precision) as place_precision
    from mentions
    where gazetteer_id is not null
    group by gazetteer_id
)
select
    told.place_id,
    entities.entity_id,
    entities.name,
    entities.country_code,
    entities.latitude,
    entities.longitude,
    exactness.place_precision,
    told.event_count,
    told.claim_count
from told
join entities on entities.gazetteer_id = told.place_id
left join exactness on exactness.place_id = told.place_id
where entities.latitude is not null
  and entities.longitude is not null
order by told.event_count desc, told.place_id
