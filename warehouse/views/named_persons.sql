-- Every person named inside a span of a claim that says who acts or who suffers, not those whose men do
-- role: Which span names the person: actor or target.
-- name: The person, as the claim writes the name.
select
    claims.claim_id,
    mentions.mention_id,
    mentions.entity_id,
    if(mentions.raw_start_char < claims.actor_raw_end_char and mentions.raw_end_char > claims.actor_raw_start_char,
        'actor', 'target') as role,
    mentions.text as name,
    mentions.rank_code
from claims
join mentions
    on mentions.document_id = claims.document_id
    and mentions.label = 'person'
    and (
        (
            mentions.raw_start_char < claims.actor_raw_end_char
            and mentions.raw_end_char > claims.actor_raw_start_char
        )
        or (
            mentions.raw_start_char < claims.target_raw_end_char
            and mentions.raw_end_char > claims.target_raw_start_char
        )
    )
where not regexp_matches(
    case
        when mentions.raw_end_char between claims.actor_raw_start_char and claims.actor_raw_end_char
            then substr(claims.actor_text, mentions.raw_end_char - claims.actor_raw_start_char + 1, 1)
        when mentions.raw_end_char between claims.target_raw_start_char and claims.target_raw_end_char
            then substr(claims.target_text, mentions.raw_end_char - claims.target_raw_start_char + 1, 1)
        else ''
    end,
    '^[''’]'
)
