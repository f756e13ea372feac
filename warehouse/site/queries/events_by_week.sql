-- Events by the week in which they may have begun, and by type.
select
    cast(date_trunc('week', date_low) as date) as week,
    type_code,
    count(*) as event_count
from events
where date_low is not null
  and (date_high is null or date_high - date_low <= 31)
group by all
order by week, type_code
