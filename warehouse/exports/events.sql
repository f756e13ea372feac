-- Every event with where it lies and the claims, documents and outlets that tell of it
with told as (
    select
        event_claims.event_id,
        list_sort(list(event_claims.claim_id)) as claim_ids,
        list_sort(list(distinct claims.document_id)) as document_ids,
        list_sort(list(distinct documents.uri)) as uris,
        list_sort(list(distinct documents.outlet) filter (documents.outlet is not null)) as outlets,
        list_sort(list(distinct claims.sentence)) as sentences
    from event_claims
    join claims using (claim_id)
    join documents using (document_id)
    group by event_claims.event_id
)
select
    events.event_id,
    events.type_code,
    events.date_low,
    events.date_high,
    events.place_text,
    events.place_id,
    located_places.place_precision,
    located_places.country_code,
    located_places.latitude,
    located_places.longitude,
    events.count_low,
    events.count_high,
    events.counts_agree,
    events.status,
    events.weakest_status,
    events.denial_count,
    events.claim_count,
    events.document_count,
    events.outlet_count,
    events.first_reported_on,
    events.summary,
    told.claim_ids,
    told.document_ids,
    told.uris,
    told.outlets,
    told.sentences
from events
join told using (event_id)
left join located_places using (place_id)
order by events.event_id
