-- The share of documents whose outlet is unknown.
select
    avg((outlet is null)::integer) as value,
    count(*) as row_count
from documents
