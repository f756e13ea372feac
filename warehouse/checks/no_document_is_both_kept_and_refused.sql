-- no document is both kept and refused
-- table: documents
-- severity: critical
select
    documents.document_id,
    documents.uri,
    rejects.reason_code
from documents
join rejects using (document_id)
where rejects.stage = 'documents'
