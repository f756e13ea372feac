-- Every item and row refused, with the reason, the run that received it, and how its text begins.
with starts as (
    select run_id, min(started_at) as started_at
    from runs
    group by run_id
),
runs_of_batches as (
    select
        runs.batch_id,
        min(starts.started_at) as started_at
    from runs
    join starts using (run_id)
    group by runs.batch_id
)
select
    rejects.stage,
    rejects.reason_code,
    rejects.uri,
    rejects.detail,
    rejects.document_id,
    documents.document_id is not null as has_page,
    landed.received_at,
    runs_of_batches.started_at,
    left(raw_documents.text, 400) as text
from rejects
left join landed using (document_id)
left join raw_documents using (document_id)
left join documents using (document_id)
left join runs_of_batches on runs_of_batches.batch_id = landed.batch_id
order by
    landed.received_at desc nulls last,
    rejects.stage,
    rejects.reason_code,
    rejects.uri,
    rejects.document_id,
    rejects.detail
