-- The share of documents in which nothing was found that a claim could be made of.
select
    avg((claims.document_id is null)::integer) as value,
    count(*) as row_count
from documents
left join (select distinct document_id from claims) as claims using (document_id)
