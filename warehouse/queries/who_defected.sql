-- Who defected, of what rank, from what and to whom, the highest first?
select
    date_low,
    persons,
    ranks,
    units,
    left_texts,
    joined_texts,
    count_low,
    count_high,
    outlets
from defections
where status = 'asserted'
order by
    highest_grade desc nulls last,
    date_low
