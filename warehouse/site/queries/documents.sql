-- Every document kept, with what was found in it, the latest first.
with told as (
    select document_id, count(*) as claim_count
    from claims
    group by document_id
),
named as (
    select document_id, count(*) as mention_count
    from mentions
    group by document_id
),
divided as (
    select document_id, count(*) as sentence_count
    from sentences
    group by document_id
)
select
    documents.document_id,
    documents.title,
    documents.outlet,
    documents.byline,
    documents.published_on,
    documents.published_from,
    documents.uri,
    documents.kept_share,
    documents.is_current,
    documents.language,
    first_runs.run_id,
    raw_documents.batch_id,
    coalesce(told.claim_count, 0) as claim_count,
    coalesce(named.mention_count, 0) as mention_count,
    coalesce(divided.sentence_count, 0) as sentence_count,
    len(regexp_extract_all(documents.text, '\S+')) as word_count,
    duplicates.copies_document_id,
    duplicates.kind as copy_kind
from documents
left join told using (document_id)
left join named using (document_id)
left join divided using (document_id)
left join duplicates using (document_id)
left join raw_documents using (document_id)
left join first_runs on first_runs.batch_id = raw_documents.batch_id
order by documents.published_on desc nulls last, documents.document_id
