-- What grouping needs of each claim of a current article: no sentences, but who is named in it and whose copy it is in
-- (who suffers an arrest, an abduction or a killing; of other events who does it; not whose army or aide it is)
with
placed as (
    select
        current_articles.document_id,
        current_articles.outlet,
        current_articles.published_on,
        coalesce(duplicates.copies_document_id, current_articles.document_id) as report_id,
        stories.story_id,
        stories.cohesion
    from current_articles
    left join duplicates on duplicates.document_id = current_articles.document_id
    left join stories on stories.document_id = current_articles.document_id
),
parties as (
    select
        claim_id,
        document_id,
        case when type_code in ('arrest', 'abduction', 'killing', 'wounding', 'torture', 'release')
            then target_text else actor_text end as party,
        case when type_code in ('arrest', 'abduction', 'killing', 'wounding', 'torture', 'release')
            then target_raw_start_char else actor_raw_start_char end as party_start_char,
        case when type_code in ('arrest', 'abduction', 'killing', 'wounding', 'torture', 'release')
            then target_raw_end_char else actor_raw_end_char end as party_end_char
    from claims
),
named as (
    select
        parties.claim_id,
        list_sort(list(distinct entity_forms.entity_id)) as person_ids
    from parties
    join named_mentions
        on named_mentions.document_id = parties.document_id
        and named_mentions.label = 'person'
        and named_mentions.raw_start_char >= parties.party_start_char
        and named_mentions.raw_end_char <= parties.party_end_char
        and not regexp_matches(
            substr(parties.party, named_mentions.raw_end_char - parties.party_start_char + 1, 2), '^[''’]'
        )
        and not regexp_matches(
            substr(parties.party, 1, named_mentions.raw_start_char - parties.party_start_char),
            '\b(of|to|for|against|under|with)\s+(\w+\s+){0,2}$'
        )
    join entity_forms on entity_forms.form_id = named_mentions.form_id
    group by parties.claim_id
)
select
    claims.claim_id,
    claims.document_id,
    placed.report_id,
    placed.story_id,
    placed.cohesion,
    placed.outlet,
    placed.published_on,
    claims.type_code,
    claims.mode,
    claims.status,
    claims.is_headline,
    claims.trigger_raw_start_char,
    case when claims.source_kind = 'agency' then claims.source_text end as agency,
    claims.actor_text,
    claims.target_text,
    claims.unit_text,
    claims.rank_codes,
    claims.count_low,
    claims.count_high,
    claims.place_text,
    claims.place_id,
    claims.destination_id,
    claims.date_low,
    claims.date_high,
    coalesce(named.person_ids, []) as person_ids
from claims
join placed on placed.document_id = claims.document_id
left join named on named.claim_id = claims.claim_id
where not claims.is_total
order by claims.claim_id
