-- nothing is said to have happened after the day it was published, but what is planned or possible
-- table: claims
-- severity: warning
select
    claims.claim_id,
    claims.date_text,
    claims.date_low,
    documents.published_on
from claims
join documents using (document_id)
where claims.status not in ('planned', 'possible')
    and claims.date_low > documents.published_on + 1
