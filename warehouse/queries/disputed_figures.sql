-- Which figures are disputed, and who says what?
select
    event_id,
    type_code,
    date_low,
    place_text,
    outlet,
    source_text,
    status,
    count_text,
    count_low,
    count_high
from disagreements
where list_contains(differs_in, 'counts')
