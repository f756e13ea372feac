-- Defections, one row an event: who left what for whom, of what rank and unit, how many, when and where, and who says so
-- is_total: Whether its number is a running total: so many have defected so far.
-- persons: The defectors who are named.
-- ranks: The ranks or kinds of people its claims name.
-- rank_codes: The same ranks as codes of the ladder.
-- highest_grade: The height on the ladder of the highest rank named: OF-1 is 11, OF-10 is 20.
-- units: The units its claims name.
-- left_texts: The forces or regimes left, as written.
-- joined_texts: The sides joined, as written.
-- destinations: Where the defectors went, as written.
-- outlets: Who published it.
-- sentences: The sentences that say so.
with named as (
    select
        event_claims.event_id,
        list_sort(list(distinct coalesce(entities.name, named_persons.name))) as persons
    from named_persons
    join claims using (claim_id)
    join event_claims using (claim_id)
    left join entities using (entity_id)
    where named_persons.role = 'actor'
        and claims.type_code = 'defection'
    group by event_claims.event_id
),
ranked as (
    select
        event_claims.event_id,
        list_sort(list(distinct held.rank_code)) as rank_codes,
        max(ranks.grade) as highest_grade
    from (select claim_id, unnest(rank_codes) as rank_code from claims where type_code = 'defection') as held
    join event_claims using (claim_id)
    left join ranks using (rank_code)
    group by event_claims.event_id
),
told as (
    select
        event_claims.event_id,
        list_sort(list_distinct(flatten(list(claims.ranks)))) as ranks,
        list_sort(list(distinct claims.unit_text) filter (claims.unit_text is not null)) as units,
        list_sort(list(distinct claims.target_text) filter (claims.target_text is not null)) as left_texts,
        list_sort(list(distinct claims.recipient_text) filter (claims.recipient_text is not null)) as joined_texts,
        list_sort(list(distinct claims.destination_text) filter (claims.destination_text is not null))
            as destinations,
        list_sort(list(distinct documents.outlet) filter (documents.outlet is not null)) as outlets,
        bool_and(claims.is_total) as is_total,
        list_sort(list(distinct claims.sentence)) as sentences
    from event_claims
    join claims using (claim_id)
    join documents using (document_id)
    where claims.type_code = 'defection'
    group by event_claims.event_id
)
select
    events.event_id,
    events.date_low,
    events.date_high,
    events.place_text,
    events.place_id,
    events.count_low,
    events.count_high,
    events.counts_agree,
    told.is_total,
    events.status,
    coalesce(named.persons, []) as persons,
    told.ranks,
    coalesce(ranked.rank_codes, []) as rank_codes,
    ranked.highest_grade,
    coalesce(told.units, []) as units,
    coalesce(told.left_texts, []) as left_texts,
    coalesce(told.joined_texts, []) as joined_texts,
    coalesce(told.destinations, []) as destinations,
    events.claim_count,
    events.document_count,
    events.outlet_count,
    coalesce(told.outlets, []) as outlets,
    events.first_reported_on,
    told.sentences
from events
join told using (event_id)
left join ranked using (event_id)
left join named using (event_id)
where events.type_code = 'defection'
