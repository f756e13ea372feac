-- Who is named as the source of what, in which outlet: one row a source, kind of source, outlet and type
-- source_text: Whom the text names for it, in lower case without the article; null where it names nobody.
-- claim_count: Claims with that source.
-- document_count: Documents that make them, copies counted once.
-- asserted_count: Those of the claims that are asserted.
-- unconfirmed_count: Those that are unconfirmed.
-- denied_count: Those that deny.
-- event_count: Events they tell of.
-- corroborated_count: Those of the events that two or more independent outlets tell of.
-- first_published_on: The earliest publication day of the documents.
-- last_published_on: The latest.
select
    regexp_replace(lower(trim(claims_with_source.source_text)), '^(the|a|an)\s+', '') as source_text,
    claims_with_source.source_kind,
    claims_with_source.outlet,
    claims_with_source.type_code,
    count(*) as claim_count,
    count(distinct coalesce(claims_with_source.copies_document_id, claims_with_source.document_id))
        as document_count,
    count(*) filter (claims_with_source.status = 'asserted') as asserted_count,
    count(*) filter (claims_with_source.status = 'unconfirmed') as unconfirmed_count,
    count(*) filter (claims_with_source.status = 'denied') as denied_count,
    count(distinct claims_with_source.event_id) as event_count,
    count(distinct claims_with_source.event_id) filter (events.outlet_count > 1) as corroborated_count,
    min(claims_with_source.published_on) as first_published_on,
    max(claims_with_source.published_on) as last_published_on
from claims_with_source
left join events using (event_id)
group by all
order by
    claim_count desc,
    source_text nulls last,
    claims_with_source.outlet,
    claims_with_source.type_code
