-- Which later document, received from the same address, has replaced each one
select
    document_id,
    uri,
    lead(document_id) over (partition by uri order by received_at, document_id) as superseded_by
from raw_documents
