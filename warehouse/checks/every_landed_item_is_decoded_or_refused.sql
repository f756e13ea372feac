-- every item received is decoded, or refused with a reason
-- table: landed
-- severity: critical
select
    landed.document_id,
    landed.uri
from landed
anti join raw_documents using (document_id)
anti join (select document_id from rejects where stage in ('landed', 'raw_documents')) as refused using (document_id)
