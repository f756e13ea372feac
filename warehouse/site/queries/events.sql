-- Every event, the most widely told first.
with located as (
    select
        gazetteer_id as place_id,
        any_value(name order by mention_count desc) as place_name,
        any_value(entity_id order by mention_count desc) as place_entity_id
    from entities
    where gazetteer_id is not null
    group by gazetteer_id
)
select
    events.*,
    located.place_name,
    located.place_entity_id
from events
left join located using (place_id)
order by outlet_count desc, claim_count desc, date_low desc nulls last, event_id
