-- Events by the week in which they were first reported, and by type: the undated ones stand here too.
select
    cast(date_trunc('week', first_reported_on) as date) as week,
    type_code,
    count(*) as event_count
from events
where first_reported_on is not null
group by all
order by week, type_code
