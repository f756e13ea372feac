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
    table_name,
    check_name,
    severity,
    row_count,
    failed_count
from checks
where run_id in (select run_id from latest)
  and not passed
  and severity <> 'info'
order by severity, table_name, check_name
