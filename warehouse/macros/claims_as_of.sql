-- The claims that were known at a moment, from the versions that were the latest then: select * from claims_as_of('2026-01-31')
-- takes: moment
-- known_from: When the document that makes it was received.
-- known_until: When a later version from the same address replaced that document; null while none has.
select
    claims.*,
    raw_documents.received_at as known_from,
    later.received_at as known_until
from claims
join raw_documents on raw_documents.document_id = claims.document_id
left join raw_documents as later on later.document_id = raw_documents.superseded_by
where raw_documents.received_at <= moment::timestamptz
  and (later.received_at is null or later.received_at > moment::timestamptz)
