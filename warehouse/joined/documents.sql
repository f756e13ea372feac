-- Whether each article is the latest from its address
with
versions as (
    select
        document_id,
        lead(document_id) over (partition by uri order by received_at, document_id) as superseded_by
    from raw_documents
)
select document_id, superseded_by is null as is_current
from versions
