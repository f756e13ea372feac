-- Runs, latest first: what first came in with each, what was kept of it, told in it and refused, and how the checks went.
with work as (
    select
        run_id,
        min(started_at) as started_at,
        sum(seconds) as seconds
    from runs
    group by run_id
),
received as (
    select
        first_runs.run_id,
        count(*) as received_count
    from landed
    join first_runs using (batch_id)
    group by first_runs.run_id
),
told as (
    select document_id, count(*) as claim_count
    from claims
    group by document_id
),
brought as (
    select
        first_runs.run_id,
        count(*) as brought_count,
        sum(told.claim_count) as claim_count
    from documents
    join raw_documents using (document_id)
    left join told using (document_id)
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
left join received using (run_id)
left join brought using (run_id)
left join refused using (run_id)
left join judged using (run_id)
order by started_at desc, run_id
