-- The work of every run, the latest first: each stage over each batch, the rows in, made and refused, and how many stand now.
with read as (
    select batch_id, count(*) as row_count
    from raw_documents
    group by batch_id
),
kept as (
    select raw_documents.batch_id, count(*) as row_count
    from documents
    join raw_documents using (document_id)
    group by raw_documents.batch_id
),
told as (
    select raw_documents.batch_id, count(*) as row_count
    from claims
    join raw_documents using (document_id)
    group by raw_documents.batch_id
),
standing as (
    select 'raw_documents' as stage, batch_id, row_count from read
    union all
    select 'documents', batch_id, row_count from kept
    union all
    select 'claims', batch_id, row_count from told
    union all
    select 'duplicates', 'corpus', count(*) from duplicates
    union all
    select 'entities', 'corpus', count(*) from entities
    union all
    select 'events', 'corpus', count(*) from events
),
refused as (
    select
        rejects.stage,
        coalesce(landed.batch_id, rejects.batch_id) as batch_id,
        count(*) as reject_count
    from rejects
    left join landed using (document_id)
    group by all
),
begun as (
    select run_id, min(started_at) as run_started_at
    from runs
    group by run_id
)
select
    runs.run_id,
    runs.stage,
    runs.batch_id,
    runs.row_count_in,
    runs.row_count,
    runs.reject_count,
    runs.seconds,
    runs.started_at,
    standing.row_count as standing_count,
    coalesce(refused.reject_count, 0) as standing_reject_count
from runs
join begun using (run_id)
left join standing using (stage, batch_id)
left join refused using (stage, batch_id)
order by begun.run_started_at desc, runs.run_id, runs.started_at, runs.stage, runs.batch_id
