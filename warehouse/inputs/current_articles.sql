-- The latest article from each address
select
    documents.document_id,
    documents.outlet,
    documents.published_on
from documents
join versions on versions.document_id = documents.document_id
where versions.superseded_by is null
