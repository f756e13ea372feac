-- The later document from the same address, if any
select
    document_id,
    lead(document_id) over (partition by uri order by received_at, document_id) as superseded_by
from raw_documents
