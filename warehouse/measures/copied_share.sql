-- The share of documents that copy another.
select
    (select count(*) from duplicates) / nullif(count(*), 0) as value,
    count(*) as row_count
from documents
