-- The claims as the warehouse told them at a moment, from the versions that were the latest then: select * from claims_as_of('2026-01-31')
-- takes: moment
-- known_from: When a run first told the claim so.
-- known_until: When a run told it otherwise, or a later version of its document came; null while neither has.
with told as (
    select
        *,
        lead(known_at) over (partition by claim_id order by known_at) as told_until
    from claim_history
)
select
    told.* exclude (known_at, is_gone, told_until),
    told.known_at as known_from,
    least(told.told_until, later.received_at) as known_until
from told
left join raw_documents on raw_documents.document_id = told.document_id
left join raw_documents as later on later.document_id = raw_documents.superseded_by
where not told.is_gone
  and told.known_at <= moment::timestamptz
  and (told.told_until is null or told.told_until > moment::timestamptz)
  and (later.received_at is null or later.received_at > moment::timestamptz)
