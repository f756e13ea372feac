-- Running totals, which are no events: how many so far, of what, as of when, where, and who says so
-- as_of: The last day the total covers: what the text says, else the day of publication.
-- since: The first day the total covers, when the text says.
-- said_by: Whom the text names for it, else the outlet.
select
    claims.type_code,
    coalesce(claims.date_high, documents.published_on) as as_of,
    claims.date_low as since,
    claims.count_low,
    claims.count_high,
    claims.place_id,
    claims.place_text,
    coalesce(claims.source_text, documents.outlet) as said_by,
    claims.source_kind,
    claims.status,
    documents.outlet,
    documents.published_on,
    claims.sentence,
    claims.claim_id,
    claims.document_id,
    documents.uri
from claims
join documents using (document_id)
where claims.is_total
  and documents.is_current
order by as_of, claims.type_code, claims.claim_id
