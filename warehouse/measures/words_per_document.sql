-- The mean number of words in a document.
select
    avg(length(regexp_extract_all(text, '\S+'))) as value,
    count(*) as row_count
from documents
