-- no two sentences of a document overlap
-- table: sentences
-- severity: critical
select
    sentence_id,
    document_id,
    start_char
from sentences
qualify start_char < max(end_char) over (
    partition by document_id
    order by start_char, end_char
    rows between unbounded preceding and 1 preceding
)
