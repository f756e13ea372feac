-- The mean number of mentions in a sentence.
select
    (select count(*) from mentions) / nullif(count(*), 0) as value,
    count(*) as row_count
from sentences
