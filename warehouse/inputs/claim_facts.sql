-- What grouping needs of each claim of a current article: no sentences, but who is named in it and whose copy it is in
-- (units and little-known persons anywhere in its sentence but as its source; of the parties: who suffers an arrest, an abduction or a killing; of other events who does it; not whose army or aide it is)
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
linked as (
    select
        named_mentions.document_id,
        named_mentions.label,
        named_mentions.kind,
        named_mentions.raw_start_char,
        named_mentions.raw_end_char,
        entity_forms.entity_id,
        count(distinct named_mentions.document_id) over (partition by entity_forms.entity_id) as document_count
    from named_mentions
    join entity_forms on entity_forms.form_id = named_mentions.form_id
    where named_mentions.label in ('person', 'organisation')
),
beside as (
    select
        claims.claim_id,
        list_sort(list(distinct linked.entity_id) filter (linked.label = 'person')) as near_ids,
        list_sort(list(distinct linked.entity_id) filter (linked.kind = 'unit')) as unit_ids
    from claims
    join linked
        on linked.document_id = claims.document_id
        and linked.raw_start_char >= claims.raw_start_char
        and linked.raw_end_char <= claims.raw_end_char
    where linked.document_count <= 10
      and (linked.kind = 'unit' or linked.label = 'person')
      and (
          claims.source_raw_start_char is null
          or linked.raw_start_char >= claims.source_raw_end_char
          or linked.raw_end_char <= claims.source_raw_start_char
      )
    group by claims.claim_id
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
        list_sort(list(distinct linked.entity_id)) as person_ids
    from parties
    join linked
        on linked.document_id = parties.document_id
        and linked.label = 'person'
        and linked.raw_start_char >= parties.party_start_char
        and linked.raw_end_char <= parties.party_end_char
        and not regexp_matches(substr(parties.party, linked.raw_end_char - parties.party_start_char + 1, 2), '^[''’]')
        and not regexp_matches(
            substr(parties.party, 1, linked.raw_start_char - parties.party_start_char),
            '\b(of|to|for|against|under|with)\s+(\w+\s+){0,2}$'
        )
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
    claims.rank_codes,
    claims.count_low,
    claims.count_high,
    claims.place_text,
    claims.place_id,
    claims.destination_id,
    claims.date_low,
    claims.date_high,
    coalesce(named.person_ids, []) as person_ids,
    coalesce(beside.near_ids, []) as near_ids,
    coalesce(beside.unit_ids, []) as unit_ids
from claims
join placed on placed.document_id = claims.document_id
left join named on named.claim_id = claims.claim_id
left join beside on beside.claim_id = claims.claim_id
where not claims.is_total
order by claims.claim_id
