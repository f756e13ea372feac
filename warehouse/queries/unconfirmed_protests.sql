-- Which protests does one outlet alone tell of, or nobody assert?
select
    date_low,
    place_text,
    count_low,
    count_high,
    status,
    outlet_count,
    summary
from events
where type_code = 'protest'
    and (outlet_count <= 1 or status <> 'asserted')
order by date_low
