-- The latest run stage by stage: batches, rows in, made and refused, and how long the work took.
with latest as (
    select run_id
    from runs
    group by run_id
    order by min(started_at) desc, run_id desc
    limit 1
)
select
    any_value(runs.run_id) as run_id,
    runs.stage,
    count(*) as batch_count,
    sum(runs.row_count_in) as row_count_in,
    sum(runs.row_count) as row_count,
    sum(runs.reject_count) as reject_count,
    sum(runs.seconds) as seconds,
    min(runs.started_at) as started_at
from runs
where runs.run_id in (select run_id from latest)
group by runs.stage
order by started_at, runs.stage
