-- Events by week and type, over events whose days lie in one week; weeks start on Monday
-- week_on: The Monday the week starts on.
-- event_count: Events of the type in that week.
-- asserted_count: Those of them that somebody asserts.
-- corroborated_count: Those of them that two or more independent outlets tell of.
-- disputed_count: Those of them whose claims give numbers that do not fit together.
-- claim_count: Claims that tell of them.
select
    date_trunc('week', date_low)::date as week_on,
    type_code,
    count(*) as event_count,
    count(*) filter (status = 'asserted') as asserted_count,
    count(*) filter (outlet_count > 1) as corroborated_count,
    count(*) filter (not counts_agree) as disputed_count,
    sum(claim_count)::bigint as claim_count
from events
where date_trunc('week', date_low) = date_trunc('week', date_high)
group by
    week_on,
    type_code
order by
    week_on,
    event_count desc,
    type_code
