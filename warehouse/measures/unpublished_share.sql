-- The share of documents whose day of publication is unknown.
select
    avg((published_on is null)::integer) as value,
    count(*) as row_count
from documents
