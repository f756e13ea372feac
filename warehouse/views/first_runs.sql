-- The run in which each batch first came in: what the report counts with a run, for later runs work on earlier batches too
-- batch_id: The batch; 'corpus' for the stages over all of them.
-- run_id: The first run that did anything over it.
with begun as (
    select
        run_id,
        min(started_at) as started_at
    from runs
    group by run_id
)
select
    runs.batch_id,
    any_value(runs.run_id order by begun.started_at, runs.run_id) as run_id
from runs
join begun using (run_id)
group by runs.batch_id
