-- What grouping needs of each claim of a current article: no sentences, but who is named in it and whose copy it is in
-- (units and little-known persons anywhere in its sentence or its article, but neither its sources nor those who govern; of the parties: who suffers an arrest, an abduction or a killing; of other events who does it; not whose army or aide it is)
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
governing as (
    select distinct entity_forms.entity_id
    from named_mentions
    join entity_forms on entity_forms.form_id = named_mentions.form_id
    where named_mentions.rank_code in ('president', 'vice_president', 'prime_minister', 'king')
),
sources as (
    select document_id, source_raw_start_char, source_raw_end_char
    from claims
    where source_raw_start_char is not null
),
little_known as (
    select linked.*
    from linked
    where linked.document_count <= 10
      and (linked.kind in ('unit', 'group') or linked.label = 'person')
      and linked.entity_id not in (select entity_id from governing)
      and not exists (
          from sources
          where sources.document_id = linked.document_id
            and linked.raw_start_char >= sources.source_raw_start_char
            and linked.raw_end_char <= sources.source_raw_end_char
      )
),
affairs as (
    select document_id, list_sort(list(distinct entity_id)) as affair_ids
    from little_known
    where document_count between 2 and if(kind is not distinct from 'group', 5, 10)
    group by document_id
),
beside as (
    select
        claims.claim_id,
        list_sort(list(distinct named.entity_id) filter (named.label = 'person')) as near_ids,
        list_sort(list(distinct named.entity_id) filter (named.kind = 'unit')) as unit_ids
    from claims
    join little_known as named
        on named.document_id = claims.document_id
        and named.kind is distinct from 'group'
        and named.raw_start_char >= claims.raw_start_char
        and named.raw_end_char <= claims.raw_end_char
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
    coalesce(beside.unit_ids, []) as unit_ids,
    coalesce(affairs.affair_ids, []) as affair_ids
from claims
join placed on placed.document_id = claims.document_id
left join named on named.claim_id = claims.claim_id
left join beside on beside.claim_id = claims.claim_id
left join affairs on affairs.document_id = claims.document_id
where not claims.is_total
order by claims.claim_id
