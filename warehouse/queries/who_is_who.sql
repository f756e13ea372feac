-- Who defected, under which spellings, and who says so?
select
    name,
    other_names,
    rank_codes,
    date_low,
    place_text,
    units,
    statuses,
    outlets,
    sources
from defectors
