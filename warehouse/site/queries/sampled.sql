-- The rows that failing checks give as samples: what each id is of, and for a claim the document it stands in.
with named as (
    select distinct unnest(regexp_extract_all(array_to_string(samples, ' '), '[0-9a-f]{24,}')) as key
    from checks
    where not passed
)
select key, 'claims' as kind, claims.document_id
from named
join claims on claims.claim_id = named.key
union all
select key, 'documents', key
from named
join documents on documents.document_id = named.key
union all
select key, 'events', null
from named
join events on events.event_id = named.key
union all
select key, 'entities', null
from named
join entities on entities.entity_id = named.key
