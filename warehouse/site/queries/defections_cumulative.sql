-- How many are said to have defected up to each day, at least and at most: of the defections whose month is known, running totals left aside. One that gives no number adds nothing, one that is open above adds its least to both.
with told as (
    select
        event_claims.event_id,
        bool_or(claims.status in ('asserted', 'unconfirmed')) as is_told,
        bool_and(claims.is_total) as is_total
    from event_claims
    join claims using (claim_id)
    group by event_claims.event_id
),
daily as (
    select
        coalesce(events.date_high, events.date_low) as day,
        sum(coalesce(events.count_low, 0)) as low,
        sum(coalesce(events.count_high, events.count_low, 0)) as high
    from events
    join told using (event_id)
    where events.type_code = 'defection'
      and told.is_told
      and not told.is_total
      and events.date_low is not null
      and (events.date_high is null or events.date_high - events.date_low <= 31)
    group by day
)
select
    day,
    cast(sum(low) over (order by day) as bigint) as low,
    cast(sum(high) over (order by day) as bigint) as high
from daily
order by day
