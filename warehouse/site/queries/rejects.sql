-- Every item and row refused, with the reason, the run that received it, and how its text begins.
select
    rejects.stage,
    rejects.reason_code,
    rejects.uri,
    rejects.detail,
    rejects.document_id,
    documents.document_id is not null as has_page,
    landed.received_at,
    first_runs.run_id,
    coalesce(landed.batch_id, rejects.batch_id) as batch_id,
    left(raw_documents.text, 400) as text
from rejects
left join landed using (document_id)
left join raw_documents using (document_id)
left join documents using (document_id)
left join first_runs on first_runs.batch_id = coalesce(landed.batch_id, rejects.batch_id)
order by
    first_runs.run_id desc nulls last,
    rejects.stage,
    rejects.reason_code,
    rejects.uri,
    rejects.document_id,
    rejects.detail
