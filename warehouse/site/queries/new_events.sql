-- Events that only documents of the latest run that received any tell of, the most widely told first.
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
),
told as (
    select
        event_claims.event_id,
        bool_and(raw_documents.batch_id in (select batch_id from batches)) as is_new
    from event_claims
    join claims using (claim_id)
    join raw_documents using (document_id)
    group by event_claims.event_id
)
select
    events.event_id,
    events.summary,
    events.type_code,
    events.date_low,
    events.date_high,
    events.count_low,
    events.count_high,
    events.counts_agree,
    events.status,
    events.outlet_count,
    events.claim_count
from events
join told using (event_id)
where told.is_new
order by events.outlet_count desc, events.claim_count desc, events.date_low desc nulls last, events.event_id
