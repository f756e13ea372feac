-- Since when each claim is told as it is, and when its document was replaced
with
versions as (
    select
        document_id,
        lead(received_at) over (partition by uri order by received_at, document_id) as superseded_at
    from raw_documents
),
told as (
    select
        claim_id,
        max(known_at) as known_from
    from claim_history
    group by claim_id
)
select
    claims.claim_id,
    told.known_from,
    versions.superseded_at
from claims
left join told on told.claim_id = claims.claim_id
left join versions on versions.document_id = claims.document_id
