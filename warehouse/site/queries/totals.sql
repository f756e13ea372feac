-- How many rows the warehouse holds, and the days its documents span.
select
    (select count(*) from landed) as received_count,
    (select count(*) from documents) as document_count,
    (select count(*) from claims) as claim_count,
    (select count(*) from events) as event_count,
    (select count(*) from entities) as entity_count,
    (select count(*) from rejects) as reject_count,
    (select count(*) from duplicates) as duplicate_count,
    (select count(distinct outlet) from documents) as outlet_count,
    (select count(*) from claims where type_code = 'defection') as defection_count,
    (select count(*) from events where not counts_agree) as disputed_count,
    (select min(published_on) from documents) as first_published_on,
    (select max(published_on) from documents) as last_published_on,
    (select max(received_at) from landed) as last_received_at
