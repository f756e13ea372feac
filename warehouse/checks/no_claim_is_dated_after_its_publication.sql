-- nothing is said to have happened after the day it was published, but what is planned, possible, called for or threatened
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
    and claims.type_code not in ('appeal', 'threat')
    and claims.date_low > documents.published_on + 1
