-- One entity with the places where it is named, the forms it takes, and the claims that involve it.
with named as (
    select
        mentions.entity_id,
        list({
            'document_id': mentions.document_id,
            'text': mentions.text,
            'rank_code': mentions.rank_code,
            'role_text': mentions.role_text,
            'raw_start_char': mentions.raw_start_char,
            'mention_id': mentions.mention_id,
            'outlet': documents.outlet,
            'title': documents.title,
            'published_on': documents.published_on
        } order by documents.published_on, mentions.document_id, mentions.raw_start_char) as mentions
    from mentions
    left join documents using (document_id)
    where mentions.entity_id is not null
    group by mentions.entity_id
),
involved as (
    select distinct
        mentions.entity_id,
        claims.claim_id
    from mentions
    join claims
        on claims.document_id = mentions.document_id
        and mentions.raw_start_char >= claims.raw_start_char
        and mentions.raw_end_char <= claims.raw_end_char
    where mentions.entity_id is not null
),
told as (
    select
        involved.entity_id,
        list({
            'claim_id': claims.claim_id,
            'document_id': claims.document_id,
            'event_id': event_claims.event_id,
            'type_code': claims.type_code,
            'status': claims.status,
            'date_low': claims.date_low,
            'date_high': claims.date_high,
            'count_low': claims.count_low,
            'count_high': claims.count_high,
            'unit_text': claims.unit_text,
            'place_text': claims.place_text,
            'outlet': documents.outlet,
            'sentence': claims.sentence
        } order by claims.date_low nulls last, claims.document_id, claims.claim_id) as claims
    from involved
    join claims using (claim_id)
    left join documents using (document_id)
    left join event_claims using (claim_id)
    group by involved.entity_id
),
both_ways as (
    select entity_id, other_entity_id, score, reason
    from review_pairs
    union all
    select other_entity_id, entity_id, score, reason
    from review_pairs
),
alike as (
    select
        both_ways.entity_id,
        list({
            'entity_id': entities.entity_id,
            'name': entities.name,
            'score': both_ways.score,
            'reason': both_ways.reason
        } order by both_ways.score desc, entities.entity_id) as doubles
    from both_ways
    join entities on entities.entity_id = both_ways.other_entity_id
    group by both_ways.entity_id
),
happened as (
    select
        place_id,
        list({
            'event_id': event_id,
            'summary': summary,
            'type_code': type_code,
            'date_low': date_low,
            'date_high': date_high,
            'count_low': count_low,
            'count_high': count_high,
            'counts_agree': counts_agree,
            'status': status,
            'outlet_count': outlet_count,
            'claim_count': claim_count
        } order by date_low desc nulls last, event_id) as events
    from events
    where place_id is not null
    group by place_id
)
select
    entities.*,
    named.mentions,
    told.claims,
    alike.doubles,
    happened.events
from entities
left join named using (entity_id)
left join told using (entity_id)
left join alike using (entity_id)
left join happened
    on happened.place_id = entities.gazetteer_id
    and entities.kind = 'place'
order by entities.entity_id
