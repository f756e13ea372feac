-- Defections by month, over events whose days lie in one month; no running totals, denials, plans or possibilities
-- month_on: The first day of the month.
-- event_count: Defections of the month.
-- asserted_count: Those of them that somebody asserts.
-- corroborated_count: Those of them that two or more independent outlets tell of.
-- people_low: The fewest people, over the events that give a number.
-- people_high: The most people over the same events; null when one of them leaves it open.
-- uncounted_count: Defections of the month that give no number.
select
    date_trunc('month', date_low)::date as month_on,
    count(*) as event_count,
    count(*) filter (status = 'asserted') as asserted_count,
    count(*) filter (outlet_count > 1) as corroborated_count,
    coalesce(sum(count_low), 0)::bigint as people_low,
    if(
        bool_and(count_high is not null) filter (coalesce(count_low, count_high) is not null),
        sum(count_high),
        null
    )::bigint as people_high,
    count(*) filter (coalesce(count_low, count_high) is null) as uncounted_count
from defections
where date_trunc('month', date_low) = date_trunc('month', date_high)
  and status not in ('denied', 'planned', 'possible')
  and not is_total
group by month_on
order by month_on
