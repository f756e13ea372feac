-- Which side of a conflict each claim comes from, by the words for its source and for the posts of a person who is named
-- side: government or opposition; null where the words tell neither, or the claim names nobody and its outlet is of no side.
-- said: The words it was told by: the source, whom it recalls, the posts of the person named; or the outlet where no source is named.
with recalled as (
    select
        *,
        regexp_full_match(
            lower(source_text),
            '(the )?(source|spokesman|spokeswoman|official|activist|officer|monitor|minister)|he|she|they|him|her|them'
        ) as is_recalled
    from claims
),
sourced as (
    select
        *,
        if(
            is_recalled,
            last_value(if(is_recalled, null, source_text) ignore nulls) over (
                partition by document_id order by trigger_raw_start_char, claim_id
            ),
            null
        ) as named_before
    from recalled
),
roles as (
    select
        entity_id,
        string_agg(distinct role_text, ', ' order by role_text) as held
    from mentions
    where label = 'person'
      and role_text is not null
    group by entity_id
),
named as (
    select
        claims.claim_id,
        string_agg(distinct roles.held, ', ' order by roles.held) as held
    from claims
    join mentions
        on mentions.document_id = claims.document_id
        and mentions.label = 'person'
        and mentions.raw_start_char >= claims.source_raw_start_char
        and mentions.raw_end_char <= claims.source_raw_end_char
    join roles on roles.entity_id = mentions.entity_id
    group by claims.claim_id
),
told as (
    select
        sourced.claim_id,
        sourced.document_id,
        documents.outlet,
        case
            when sourced.source_text is not null
                then concat_ws(', ', sourced.source_text, sourced.named_before, named.held)
            when outlets.kind in ('government', 'party') then documents.outlet
        end as said,
        outlets.kind
    from sourced
    join documents on documents.document_id = sourced.document_id
    left join named on named.claim_id = sourced.claim_id
    left join outlets on outlets.outlet = documents.outlet
)
select
    claim_id,
    document_id,
    outlet,
    said,
    case
        when regexp_matches(
            lower(said),
            '\b(opposition|rebels?|activists?|revolution\w*|free \w+ army|defect\w*|deserter\w*|insurgents?'
            || '|coordination committees?|coordinators?|local council|protesters?|dissidents?|fsa|brigades|battalions)\b'
        ) then 'opposition'
        when regexp_matches(
            lower(said),
            '\b(government|ministry|minister|regime|state (media|television|tv|radio|news)|army|military|police'
            || '|authorit\w+|president\w*|governor\w*|governorate|officials?|security (forces|source)|interior|state-run)\b'
        ) then 'government'
        when kind = 'government' then 'government'
    end as side
from told
