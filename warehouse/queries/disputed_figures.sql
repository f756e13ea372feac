-- Which figures are disputed, and who says what?
select
    disagreements.event_id,
    disagreements.type_code,
    disagreements.date_low,
    unnested.figure.outlet,
    unnested.figure.source_text,
    unnested.figure.count_text,
    unnested.figure.count_low,
    unnested.figure.count_high
from disagreements
cross join unnest(disagreements.figures) as unnested (figure)
where list_contains(disagreements.differs_in, 'counts')
order by
    disagreements.event_id,
    unnested.figure.outlet
