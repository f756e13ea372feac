-- Every claim beside the document that makes it: who published it, when, where it came from, and what it copies
-- copies_document_id: The document it copies; null for an original.
-- event_id: The event it tells of.
select
    claims.*,
    event_claims.event_id,
    documents.uri,
    documents.outlet,
    documents.title,
    documents.byline,
    documents.published_on,
    documents.is_current,
    duplicates.copies_document_id
from claims
join documents using (document_id)
left join duplicates using (document_id)
left join event_claims using (claim_id)
