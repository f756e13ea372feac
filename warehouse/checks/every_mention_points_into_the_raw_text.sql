-- every mention points to where its words stand in the raw text
-- table: mentions
-- severity: critical
with runs_of_text as (
    select
        document_id,
        unnest(pieces, recursive := true)
    from documents
),
starts as (
    select
        mentions.mention_id,
        mentions.document_id,
        mentions.raw_start_char as given_char,
        runs_of_text.raw_start_char
            + if(runs_of_text.length = runs_of_text.raw_length, mentions.start_char - runs_of_text.start_char, 0)
            as mapped_char
    from mentions
    join runs_of_text
        on runs_of_text.document_id = mentions.document_id
        and mentions.start_char >= runs_of_text.start_char
        and mentions.start_char < runs_of_text.start_char + runs_of_text.length
),
ends as (
    select
        mentions.mention_id,
        mentions.document_id,
        mentions.raw_end_char as given_char,
        runs_of_text.raw_start_char + if(
            runs_of_text.length = runs_of_text.raw_length,
            mentions.end_char - runs_of_text.start_char,
            runs_of_text.raw_length
        ) as mapped_char
    from mentions
    join runs_of_text
        on runs_of_text.document_id = mentions.document_id
        and mentions.end_char > runs_of_text.start_char
        and mentions.end_char <= runs_of_text.start_char + runs_of_text.length
)
select * from starts where given_char <> mapped_char
union all
select * from ends where given_char <> mapped_char
