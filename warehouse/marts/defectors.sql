-- Who defected, one row a person and event: every spelling, the ranks and units, and who says so
-- other_names: Every other spelling seen in the corpus.
-- rank_codes: The ranks that the person is given.
-- units: The units that the claims of the event name.
-- statuses: What the claims that name the person make of it.
-- outlets: Who published it.
-- sources: Whom they name for it.
-- sentences: The sentences that name the person as defecting.
select
    entities.entity_id,
    entities.name,
    entities.other_names,
    entities.rank_codes,
    events.event_id,
    events.date_low,
    events.date_high,
    events.place_text,
    coalesce(list_sort(list(distinct claims.unit_text) filter (claims.unit_text is not null)), []) as units,
    list_sort(list(distinct claims.status)) as statuses,
    coalesce(list_sort(list(distinct documents.outlet) filter (documents.outlet is not null)), []) as outlets,
    coalesce(list_sort(list(distinct claims.source_text) filter (claims.source_text is not null)), []) as sources,
    list_sort(list(distinct claims.sentence)) as sentences
from named_persons
join entities using (entity_id)
join claims using (claim_id)
join documents on documents.document_id = claims.document_id
join event_claims using (claim_id)
join events on events.event_id = event_claims.event_id
where named_persons.role = 'actor'
  and claims.type_code = 'defection'
  and documents.is_current is not false
group by
    entities.entity_id,
    entities.name,
    entities.other_names,
    entities.rank_codes,
    events.event_id,
    events.date_low,
    events.date_high,
    events.place_text
order by
    events.date_low nulls last,
    entities.name
