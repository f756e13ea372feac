-- Every check of every run, in the order of time.
with work as (
    select run_id, min(started_at) as started_at
    from runs
    group by run_id
)
select
    checks.run_id,
    work.started_at,
    checks.table_name,
    checks.check_name,
    checks.severity,
    checks.passed,
    checks.row_count,
    checks.failed_count,
    checks.failed_count / nullif(checks.row_count, 0) as failed_share,
    count(*) over every_run as run_count,
    count(*) filter (where not checks.passed) over every_run as failed_run_count,
    checks.samples,
    bounds.measure_code,
    bounds.low,
    bounds.high,
    try_cast(checks.samples[1] as double) as value
from checks
left join bounds
    on bounds.sentence = checks.check_name
    and bounds.table_name = checks.table_name
    and bounds.severity = checks.severity
left join work using (run_id)
window every_run as (partition by checks.table_name, checks.check_name)
order by work.started_at, checks.run_id, checks.table_name, checks.check_name
