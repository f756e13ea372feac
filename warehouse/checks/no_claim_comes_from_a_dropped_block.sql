-- no claim comes from a block that was dropped
-- table: claims
-- severity: critical
with blocks as (
    select
        document_id,
        unnest(blocks, recursive := true)
    from documents
)
select
    claims.claim_id,
    claims.document_id,
    claims.trigger
from claims
anti join blocks
    on blocks.document_id = claims.document_id
    and blocks.is_kept
    and claims.trigger_raw_start_char >= blocks.raw_start_char
    and claims.trigger_raw_end_char <= blocks.raw_end_char
