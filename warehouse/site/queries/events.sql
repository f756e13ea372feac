-- Every event with what its claims say in lists, the most widely told first.
with told as (
    select
        event_claims.event_id,
        bool_or(claims.status in ('asserted', 'unconfirmed')) as is_told,
        bool_and(claims.is_total) as is_total,
        list_sort(list_distinct(flatten(list(claims.rank_codes)))) as rank_codes,
        list(distinct documents.outlet order by documents.outlet) filter (where documents.outlet is not null) as outlets
    from event_claims
    join claims using (claim_id)
    left join documents using (document_id)
    group by event_claims.event_id
),
spelt as (
    select
        event_claims.event_id,
        mode(claims.unit_text) over (partition by lower(strip_accents(claims.unit_text))) as unit_text,
        mode(claims.destination_text)
            over (partition by lower(strip_accents(claims.destination_text))) as destination_text
    from event_claims
    join claims using (claim_id)
),
led as (
    select
        event_id,
        list(distinct unit_text order by unit_text) filter (where unit_text is not null) as unit_texts,
        list(distinct destination_text order by destination_text)
            filter (where destination_text is not null) as destination_texts
    from spelt
    group by event_id
),
commonest as (
    select type_code
    from claims
    where type_code in (select type_code from events)
    group by type_code
    order by count(*) desc, type_code
    limit 7
),
located as (
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
    located.place_entity_id,
    coalesce(told.is_told, false) as is_told,
    coalesce(told.is_total, false) as is_total,
    events.date_low is not null
        and (events.date_high is null or events.date_high - events.date_low <= 31) as is_dated,
    events.type_code not in (select type_code from commonest) as is_rare,
    coalesce(told.rank_codes, []) as rank_codes,
    coalesce(told.outlets, []) as outlets,
    coalesce(led.unit_texts, []) as unit_texts,
    coalesce(led.destination_texts, []) as destination_texts
from events
left join located using (place_id)
left join told using (event_id)
left join led using (event_id)
order by events.outlet_count desc, events.claim_count desc, events.date_low desc nulls last, events.event_id
