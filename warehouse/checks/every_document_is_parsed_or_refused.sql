-- every document is parsed, or refused with a reason
-- table: documents
-- severity: critical
select
    documents.document_id,
    documents.uri
from documents
anti join parses using (document_id)
anti join (select document_id from rejects where stage in ('documents', 'parses')) as refused using (document_id)
