-- no document is published after the day it was received
-- table: documents
-- severity: warning
select
    documents.document_id,
    documents.published_on,
    raw_documents.received_at
from documents
join raw_documents using (document_id)
where documents.published_on > (raw_documents.received_at at time zone 'UTC')::date + 1
