-- What each batch brought, in the order received: volumes, shares kept and refused, and how much each claim leaves unsaid
-- received_count: Items received.
-- document_count: Documents kept of them.
-- claim_count: Claims of those documents.
-- placed_count: Claims that name a place.
-- kept_share: The mean share of visible characters kept as article.
-- refused_share: The share of items that are no document.
-- foreign_share: The share of items refused for their language.
-- undated_share: The share of documents without a day of publication.
-- claims_per_document: Claims over documents.
-- no_actor_share: The share of claims that do not say who.
-- no_count_share: The share of claims without a number.
-- no_place_share: The share of claims that name no place.
-- unresolved_share: Of the claims that name a place, the share whose place is in no gazetteer.
-- no_date_share: The share of claims without a day.
-- no_source_share: The share of claims that name no source.
with received as (
    select
        batch_id,
        min(received_at) as received_at,
        count(*) as received_count
    from landed
    group by batch_id
),
foreigners as (
    select distinct document_id
    from rejects
    where reason_code = 'language_not_supported'
),
refused as (
    select
        landed.batch_id,
        count(*) filter (where documents.document_id is null) as refused_count,
        count(*) filter (where foreigners.document_id is not null) as foreign_count
    from landed
    left join documents using (document_id)
    left join foreigners using (document_id)
    group by landed.batch_id
),
kept as (
    select
        raw_documents.batch_id,
        count(*) as document_count,
        avg(documents.kept_share) as kept_share,
        avg(cast(documents.published_on is null as integer)) as undated_share
    from documents
    join raw_documents using (document_id)
    group by raw_documents.batch_id
),
told as (
    select
        raw_documents.batch_id,
        count(*) as claim_count,
        count(claims.place_text) as placed_count,
        avg(cast(claims.actor_text is null as integer)) as no_actor_share,
        avg(cast(claims.count_text is null as integer)) as no_count_share,
        avg(cast(claims.place_text is null as integer)) as no_place_share,
        avg(cast(claims.date_low is null as integer)) as no_date_share,
        avg(cast(claims.source_text is null as integer)) as no_source_share,
        avg(cast(claims.place_id is null as integer))
            filter (where claims.place_text is not null) as unresolved_share
    from claims
    join raw_documents using (document_id)
    group by raw_documents.batch_id
)
select
    received.batch_id,
    received.received_at,
    received.received_count,
    kept.document_count,
    told.claim_count,
    told.placed_count,
    kept.kept_share,
    coalesce(refused.refused_count, 0) / received.received_count as refused_share,
    coalesce(refused.foreign_count, 0) / received.received_count as foreign_share,
    kept.undated_share,
    told.claim_count / kept.document_count as claims_per_document,
    told.no_actor_share,
    told.no_count_share,
    told.no_place_share,
    told.unresolved_share,
    told.no_date_share,
    told.no_source_share
from received
left join refused using (batch_id)
left join kept using (batch_id)
left join told using (batch_id)
order by received.received_at, received.batch_id
