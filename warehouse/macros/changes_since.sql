-- What the warehouse tells of events otherwise than at a moment, what came first: select * from changes_since('2026-01-31')
-- takes: moment
-- change: new, changed or gone; an event that another took in is gone.
-- changed_in: What is told otherwise.
-- before: How it was told then.
-- after: How it is told now.
with then_told as (
    select * from events_as_of(moment)
),
now_told as (
    select * from events_as_of('infinity')
)
select
    coalesce(now_told.event_id, then_told.event_id) as event_id,
    case
        when then_told.event_id is null then 'new'
        when now_told.event_id is null then 'gone'
        else 'changed'
    end as change,
    list_filter(
        [
            if(now_told.count_low is distinct from then_told.count_low
                or now_told.count_high is distinct from then_told.count_high, 'count', null),
            if(now_told.status is distinct from then_told.status
                or now_told.denial_count is distinct from then_told.denial_count, 'status', null),
            if(now_told.date_low is distinct from then_told.date_low
                or now_told.date_high is distinct from then_told.date_high, 'days', null),
            if(now_told.place_id is distinct from then_told.place_id, 'place', null),
            if(now_told.outlet_count is distinct from then_told.outlet_count, 'outlets', null),
            if(now_told.claim_ids is distinct from then_told.claim_ids, 'claims', null)
        ],
        lambda name: name is not null and then_told.event_id is not null and now_told.event_id is not null
    ) as changed_in,
    coalesce(now_told.type_code, then_told.type_code) as type_code,
    then_told.summary as before,
    now_told.summary as after,
    now_told.known_from
from then_told
full join now_told on now_told.event_id = then_told.event_id
where then_told.event_id is null
   or now_told.event_id is null
   or now_told.known_from > moment::timestamptz
order by
    change = 'new' desc,
    now_told.known_from desc nulls last,
    event_id
