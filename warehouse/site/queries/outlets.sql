-- Coverage and freshness by outlet: how much, how recent, how much of it told of an event, and whether it fell silent.
with told as (
    select document_id, count(*) as claim_count
    from claims
    group by document_id
),
days as (
    select distinct outlet, published_on
    from documents
    where published_on is not null
),
gaps as (
    select
        outlet,
        published_on - lag(published_on) over (partition by outlet order by published_on) as gap
    from days
),
rhythms as (
    select
        outlet,
        quantile_disc(gap, 0.9) as usual_gap,
        count(gap) as gap_count
    from gaps
    group by outlet
),
counted as (
    select
        documents.outlet,
        count(*) as document_count,
        sum(coalesce(told.claim_count, 0)) as claim_count,
        count(*) filter (where told.claim_count is null) as claimless_count,
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
)
select
    counted.*,
    if(rhythms.gap_count >= 5, rhythms.usual_gap, null) as usual_gap,
    coalesce(rhythms.gap_count >= 5 and counted.days_behind > 3 * greatest(rhythms.usual_gap, 1), false) as is_silent
from counted
left join rhythms on rhythms.outlet is not distinct from counted.outlet
order by counted.document_count desc, counted.outlet
