-- The latest run that the warehouse shows.
select max(run_id) as run_id
from (
    select run_id from runs
    union all
    select run_id from checks
)
