-- Every run: when, how long, how many rows went in and came out, what was refused, and how the checks went
-- started_at: When its first stage started (UTC).
-- step_count: Stages run over batches; what was up to date was skipped.
-- landed_count: Items read by the first stage.
-- document_count: Documents kept.
-- claim_count: Claims coded.
-- reject_count: Items and rows refused.
-- check_count: Checks made.
-- failed_count: Checks that failed.
-- warning_count: Checks that failed as a warning.
-- critical_count: Checks that failed critically: nothing was published.
-- worst_check: One of the failed checks, a critical one first.
with worked as (
    select
        run_id,
        min(started_at) as started_at,
        sum(seconds) as seconds,
        count(*) as step_count,
        sum(row_count_in) filter (stage = 'raw_documents')::bigint as landed_count,
        sum(row_count) filter (stage = 'documents')::bigint as document_count,
        sum(row_count) filter (stage = 'claims')::bigint as claim_count,
        sum(reject_count)::bigint as reject_count
    from runs
    group by run_id
),
judged as (
    select
        run_id,
        count(*) as check_count,
        count(*) filter (not passed) as failed_count,
        count(*) filter (not passed and severity = 'warning') as warning_count,
        count(*) filter (not passed and severity = 'critical') as critical_count,
        min_by(table_name || ': ' || check_name, severity || table_name || check_name) filter (not passed)
            as worst_check
    from checks
    group by run_id
)
select
    run_id,
    worked.started_at,
    worked.seconds,
    worked.step_count,
    worked.landed_count,
    worked.document_count,
    worked.claim_count,
    worked.reject_count,
    coalesce(judged.check_count, 0) as check_count,
    coalesce(judged.failed_count, 0) as failed_count,
    coalesce(judged.warning_count, 0) as warning_count,
    coalesce(judged.critical_count, 0) as critical_count,
    judged.worst_check
from worked
full join judged using (run_id)
order by run_id desc
