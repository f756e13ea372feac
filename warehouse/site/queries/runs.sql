-- Runs, latest first: what came in, what was kept, what was refused, and how the checks went.
with work as (
    select
        run_id,
        min(started_at) as started_at,
        sum(seconds) as seconds,
        count(*) as step_count,
        sum(row_count) filter (where stage = 'raw_documents') as received_count,
        sum(row_count) filter (where stage = 'documents') as kept_count,
        sum(row_count) filter (where stage = 'claims') as claim_count,
        sum(row_count) filter (where stage = 'events') as event_count,
        sum(reject_count) as reject_count
    from runs
    group by run_id
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
left join judged using (run_id)
order by started_at desc, run_id
