-- Every figure that has a bound, in every run, with the bound and where it comes from.
with work as (
    select run_id, min(started_at) as started_at
    from runs
    group by run_id
)
select
    bounds.measure_code,
    bounds.table_name,
    bounds.sentence,
    bounds.severity,
    bounds.low,
    bounds.high,
    bounds.source,
    checks.run_id,
    work.started_at,
    checks.passed,
    checks.row_count,
    try_cast(checks.samples[1] as double) as value
from checks
join bounds
    on bounds.sentence = checks.check_name
    and bounds.table_name = checks.table_name
    and bounds.severity = checks.severity
left join work using (run_id)
order by bounds.measure_code, bounds.severity, work.started_at, checks.run_id
