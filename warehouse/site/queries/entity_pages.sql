-- One entity with the first places where it is named, the forms it takes, and the first claims that involve it.
with placed as (
    select
        mentions.entity_id,
        mentions.document_id,
        mentions.mention_id,
        mentions.text,
        mentions.rank_code,
        mentions.role_text,
        mentions.raw_start_char,
        documents.outlet,
        documents.title,
        documents.published_on,
        row_number() over (
            partition by mentions.entity_id
            order by documents.published_on, mentions.document_id, mentions.raw_start_char, mentions.mention_id
        ) as place
    from mentions
    left join documents using (document_id)
    where mentions.entity_id is not null
),
named as (
    select
        entity_id,
        count(*) as mention_total,
        list({
            'document_id': document_id,
            'text': text,
            'rank_code': rank_code,
            'role_text': role_text,
            'raw_start_char': raw_start_char,
            'mention_id': mention_id,
            'outlet': outlet,
            'title': title,
            'published_on': published_on
        } order by place) filter (where place <= 300) as mentions
    from placed
    group by entity_id
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
ranked as (
    select
        involved.entity_id,
        claims.*,
        row_number() over (
            partition by involved.entity_id
            order by claims.date_low nulls last, claims.document_id, claims.claim_id
        ) as place
    from involved
    join claims using (claim_id)
),
told as (
    select
        ranked.entity_id,
        count(*) as claim_total,
        list({
            'claim_id': ranked.claim_id,
            'document_id': ranked.document_id,
            'event_id': event_claims.event_id,
            'type_code': ranked.type_code,
            'status': ranked.status,
            'date_low': ranked.date_low,
            'date_high': ranked.date_high,
            'count_low': ranked.count_low,
            'count_high': ranked.count_high,
            'unit_text': ranked.unit_text,
            'place_text': ranked.place_text,
            'outlet': documents.outlet,
            'sentence': ranked.sentence
        } order by ranked.place) filter (where ranked.place <= 300) as claims
    from ranked
    left join documents using (document_id)
    left join event_claims using (claim_id)
    group by ranked.entity_id
),
words as (
    select entity_id, 'form' as kind, text as word from placed
    union all
    select entity_id, 'rank' as kind, rank_code as word from placed
    union all
    select entity_id, 'role' as kind, role_text as word from placed
    union all
    select entity_id, 'unit' as kind, unit_text as word from ranked
),
commonest as (
    select entity_id, kind, word, count(*) as word_count
    from words
    where word is not null
    group by entity_id, kind, word
    qualify row_number() over (partition by entity_id, kind order by count(*) desc, word) <= 20
),
counted as (
    select
        entity_id,
        list({'kind': kind, 'word': word, 'word_count': word_count} order by word_count desc, word) as words
    from commonest
    group by entity_id
),
by_month as (
    select entity_id, cast(date_trunc('month', published_on) as date) as month, count(*) as mention_count
    from placed
    where published_on is not null
    group by all
),
timed as (
    select entity_id, list({'month': month, 'mention_count': mention_count} order by month) as months
    from by_month
    group by entity_id
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
dated as (
    select
        *,
        row_number() over (partition by place_id order by date_low desc nulls last, event_id) as place
    from events
    where place_id is not null
),
happened as (
    select
        place_id,
        count(*) as event_total,
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
        } order by place) filter (where place <= 300) as events
    from dated
    group by place_id
)
select
    entities.*,
    named.mentions,
    coalesce(named.mention_total, 0) as mention_total,
    told.claims,
    coalesce(told.claim_total, 0) as claim_total,
    counted.words,
    timed.months,
    alike.doubles,
    happened.events,
    coalesce(happened.event_total, 0) as event_total
from entities
left join named using (entity_id)
left join told using (entity_id)
left join counted using (entity_id)
left join timed using (entity_id)
left join alike using (entity_id)
left join happened
    on happened.place_id = entities.gazetteer_id
    and entities.kind = 'place'
order by entities.entity_id
