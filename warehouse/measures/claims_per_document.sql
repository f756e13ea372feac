-- The mean number of claims in a document.
select
    (select count(*) from claims) / nullif(count(*), 0) as value,
    count(*) as row_count
from documents
