-- Coverage and freshness by outlet: how much, how recent, how much of it told of an event.
with told as (
    select document_id, count(*) as claim_count
    from claims
    group by document_id
)
select
    documents.outlet,
    count(*) as document_count,
    sum(coalesce(told.claim_count, 0)) as claim_count,
    avg(documents.kept_share) as kept_share,
    count(duplicates.document_id) as copy_count,
    min(documents.published_on) as first_published_on,
    max(documents.published_on) as last_published_on,
    (select max(published_on) from documents) - max(documents.published_on) as days_behind,
    max(raw_documents.received_at) as last_received_at
from documents
left join raw_documents using (document_id)
left join told using (document_id)
left join duplicates using (document_id)
group by documents.outlet
order by document_count desc, documents.outlet
