-- every raw document is a document, or refused with a reason
-- table: raw_documents
-- severity: critical
select
    raw_documents.document_id,
    raw_documents.uri
from raw_documents
anti join documents using (document_id)
anti join (select document_id from rejects where stage in ('raw_documents', 'documents')) as refused using (document_id)
