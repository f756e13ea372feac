-- The share of items received that no document was made of.
select
    avg((documents.document_id is null)::integer) as value,
    count(*) as row_count
from landed
left join documents using (document_id)
