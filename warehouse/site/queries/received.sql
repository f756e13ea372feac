-- Every item received, the latest first, with what became of it: the document it is, or why there is none.
with refused as (
    select
        document_id,
        list_sort(list(distinct reason_code)) as reason_codes
    from rejects
    where document_id is not null
    group by document_id
)
select
    landed.document_id,
    landed.uri,
    landed.media_type,
    landed.byte_count,
    landed.received_at,
    landed.batch_id,
    first_runs.run_id,
    raw_documents.document_id is not null as is_read,
    documents.document_id is not null as is_kept,
    coalesce(refused.reason_codes, []) as reason_codes
from landed
left join raw_documents using (document_id)
left join documents using (document_id)
left join refused using (document_id)
left join first_runs on first_runs.batch_id = landed.batch_id
order by landed.received_at desc, landed.uri, landed.document_id
