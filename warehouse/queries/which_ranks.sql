-- Of which ranks are those who defect?
select
    label,
    nato_grade,
    event_count,
    people_low,
    people_high
from defections_by_rank
