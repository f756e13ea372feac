-- Every item and row refused, with the reason and how its text begins.
select
    rejects.stage,
    rejects.reason_code,
    rejects.uri,
    rejects.detail,
    rejects.document_id,
    raw_documents.batch_id,
    raw_documents.received_at,
    left(raw_documents.text, 400) as text
from rejects
left join raw_documents using (document_id)
order by rejects.stage, rejects.reason_code, rejects.uri, rejects.document_id, rejects.detail
