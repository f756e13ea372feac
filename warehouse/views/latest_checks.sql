-- The checks of the last run, those that failed first
with last_run as (
    select max(run_id) as run_id
    from checks
)
select checks.*
from checks
join last_run using (run_id)
order by
    checks.passed,
    checks.severity,
    checks.table_name,
    checks.check_name
