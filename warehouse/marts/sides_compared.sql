-- Events that both government and opposition sources tell of, one row an event: what each says
-- government_says: What government sources make of it: their statuses.
-- government_low: The fewest people by government sources.
-- government_high: The most; null when one of them leaves it open or none gives a number.
-- government_sources: Who says so on that side.
-- government_sentences: The sentences that say so.
-- opposition_says: What opposition sources make of it: their statuses.
-- opposition_low: The fewest people by opposition sources.
-- opposition_high: The most; null when one of them leaves it open or none gives a number.
-- opposition_sources: Who says so on that side.
-- opposition_sentences: The sentences that say so.
with told as (
    select
        event_claims.event_id,
        claims_by_side.side,
        list_sort(list(distinct claims.status)) as says,
        min(claims.count_low) as low,
        if(
            bool_and(claims.count_high is not null) filter (claims.count_low is not null),
            max(claims.count_high),
            null
        ) as high,
        list_sort(list(distinct claims_by_side.said)) as sources,
        list_sort(list(distinct claims.sentence)) as sentences
    from claims_by_side
    join claims using (claim_id)
    join event_claims using (claim_id)
    where claims_by_side.side is not null
    group by
        event_claims.event_id,
        claims_by_side.side
)
select
    events.event_id,
    events.type_code,
    events.date_low,
    events.date_high,
    events.place_text,
    events.summary,
    government.says as government_says,
    government.low as government_low,
    government.high as government_high,
    government.sources as government_sources,
    government.sentences as government_sentences,
    opposition.says as opposition_says,
    opposition.low as opposition_low,
    opposition.high as opposition_high,
    opposition.sources as opposition_sources,
    opposition.sentences as opposition_sentences
from events
join told as government on government.event_id = events.event_id and government.side = 'government'
join told as opposition on opposition.event_id = events.event_id and opposition.side = 'opposition'
order by
    events.document_count desc,
    events.event_id
