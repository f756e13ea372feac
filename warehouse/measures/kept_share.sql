-- The mean share of visible characters that was kept as article.
select
    avg(kept_share) as value,
    count(*) as row_count
from documents
