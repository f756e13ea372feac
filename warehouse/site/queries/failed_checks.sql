-- Checks that failed in the latest run, the critical first.
with latest as (
    select checks.run_id
    from checks
    left join runs using (run_id)
    group by checks.run_id
    order by min(runs.started_at) desc nulls last, checks.run_id desc
    limit 1
)
select
    checks.table_name,
    checks.check_name,
    checks.severity,
    count(*) filter (where checks.severity = 'critical') over () as critical_count,
    checks.row_count,
    checks.failed_count,
    checks.failed_count / nullif(checks.row_count, 0) as failed_share,
    bounds.measure_code,
    bounds.low,
    bounds.high,
    try_cast(checks.samples[1] as double) as value
from checks
left join bounds
    on bounds.sentence = checks.check_name
    and bounds.table_name = checks.table_name
    and bounds.severity = checks.severity
where checks.run_id in (select run_id from latest)
  and not checks.passed
  and checks.severity <> 'info'
order by checks.severity, checks.table_name, checks.check_name
