-- How many people did we say defected, as the warehouse told it at noon a week ago?
select
    status,
    count(*) as event_count,
    sum(count_low) as people_low,
    sum(count_high) as people_high
from events_as_of(date_trunc('day', now()) - interval 7 day + interval 12 hour)
where type_code = 'defection'
group by status
