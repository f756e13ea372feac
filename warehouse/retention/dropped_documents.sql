-- Documents received before $before that no event cites, with everything that what it says of its sources rests on
-- (kept with a cited document: its copies and what it copies, its story, its later versions, what analysts corrected)
with
cited as (
    select claims.document_id
    from event_claims
    join claims on claims.claim_id = event_claims.claim_id
    union
    select coded_claims.document_id
    from corrections
    join coded_claims on coded_claims.claim_id = corrections.target_id
),
connected as (
    select document_id from cited
    union
    select copies_document_id from duplicates where document_id in (select document_id from cited)
    union
    select document_id from duplicates where copies_document_id in (select document_id from cited)
    union
    select stories.document_id
    from stories
    join stories as cited_stories on cited_stories.story_id = stories.story_id
    where cited_stories.document_id in (select document_id from cited)
),
kept as (
    select document_id from connected
    union
    select newer.document_id
    from landed as older
    join landed as newer on newer.uri = older.uri and newer.received_at >= older.received_at
    where older.document_id in (select document_id from connected)
)
select
    document_id,
    uri,
    received_at
from landed
where received_at < $before and document_id not in (select document_id from kept)
order by received_at, document_id
