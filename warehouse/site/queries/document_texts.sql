-- The words of every document, in the order of the listing of documents.
select
    coalesce(title, '') || ' ' || text as text
from documents
order by published_on desc nulls last, document_id
