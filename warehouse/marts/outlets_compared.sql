-- Outlets side by side: how much each publishes, how much of it is its own, and how often others bear it out
-- document_count: Documents of the outlet.
-- copy_count: Those of them that copy another document.
-- claim_count: Claims they make.
-- sourced_share: The share of the claims that name a source.
-- unconfirmed_share: The share of the claims that are unconfirmed.
-- event_count: Events they tell of.
-- corroborated_count: Those of the events that another independent outlet tells of too.
-- first_published_on: The earliest day of publication.
-- last_published_on: The latest.
with published as (
    select
        documents.outlet,
        count(*) as document_count,
        count(duplicates.document_id) as copy_count,
        min(documents.published_on) as first_published_on,
        max(documents.published_on) as last_published_on
    from documents
    left join duplicates using (document_id)
    group by documents.outlet
),
claimed as (
    select
        claims_with_source.outlet,
        count(*) as claim_count,
        avg((claims_with_source.source_text is not null)::integer) as sourced_share,
        avg((claims_with_source.status = 'unconfirmed')::integer) as unconfirmed_share,
        count(distinct claims_with_source.event_id) as event_count,
        count(distinct claims_with_source.event_id) filter (events.outlet_count > 1) as corroborated_count
    from claims_with_source
    left join events using (event_id)
    group by claims_with_source.outlet
)
select
    published.outlet,
    published.document_count,
    published.copy_count,
    coalesce(claimed.claim_count, 0) as claim_count,
    round(claimed.sourced_share, 3) as sourced_share,
    round(claimed.unconfirmed_share, 3) as unconfirmed_share,
    coalesce(claimed.event_count, 0) as event_count,
    coalesce(claimed.corroborated_count, 0) as corroborated_count,
    published.first_published_on,
    published.last_published_on
from published
left join claimed on claimed.outlet is not distinct from published.outlet
order by
    published.document_count desc,
    published.outlet
