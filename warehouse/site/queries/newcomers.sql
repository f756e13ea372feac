-- Documents received by the latest run that received any, with the claims each brought.
with latest as (
    select run_id
    from runs
    where stage = 'raw_documents'
      and row_count > 0
    order by started_at desc
    limit 1
),
batches as (
    select distinct batch_id
    from runs
    where run_id in (select run_id from latest)
      and stage = 'raw_documents'
)
select
    documents.document_id,
    documents.title,
    documents.outlet,
    documents.published_on,
    documents.uri,
    (select run_id from latest) as run_id,
    count(claims.claim_id) as claim_count
from documents
join raw_documents using (document_id)
left join claims using (document_id)
where raw_documents.batch_id in (select batch_id from batches)
group by all
order by claim_count desc, documents.published_on desc, documents.document_id
