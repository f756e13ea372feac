-- Which defections are of generals or higher?
-- key: date_low, place_text, persons
select
    date_low,
    place_text,
    persons,
    rank_codes,
    status,
    outlets
from defections
where highest_grade >= 17
order by date_low
