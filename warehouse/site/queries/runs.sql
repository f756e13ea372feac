-- Runs, latest first: what came in, what was kept, what of it was refused, and how the checks went.
with work as (
    select
        run_id,
        min(started_at) as started_at,
        sum(seconds) as seconds,
        sum(row_count_in) filter (where stage = 'raw_documents') as received_count,
        sum(row_count) filter (where stage = 'documents') as kept_count,
        sum(row_count) filter (where stage = 'claims') as claim_count
    from runs
    group by run_id
),
first_runs as (
    select
        runs.batch_id,
        any_value(runs.run_id order by work.started_at, runs.run_id) as run_id
    from runs
    join work using (run_id)
    group by runs.batch_id
),
brought as (
    select
        first_runs.run_id,
        count(*) as brought_count
    from documents
    join raw_documents using (document_id)
    join first_runs on first_runs.batch_id = raw_documents.batch_id
    group by first_runs.run_id
),
refused as (
    select
        first_runs.run_id,
        count(*) as reject_count
    from rejects
    left join landed using (document_id)
    join first_runs on first_runs.batch_id = coalesce(landed.batch_id, rejects.batch_id)
    group by first_runs.run_id
),
judged as (
    select
        run_id,
        count(*) as check_count,
        count(*) filter (where not passed and severity = 'critical') as critical_count,
        count(*) filter (where not passed and severity = 'warning') as warning_count
    from checks
    group by run_id
)
select *
from work
left join brought using (run_id)
left join refused using (run_id)
left join judged using (run_id)
order by started_at desc, run_id
