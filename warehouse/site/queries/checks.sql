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
order by work.started_at, checks.run_id, checks.table_name, checks.check_name
