-- every sentence points to where its words stand in the raw text
-- table: sentences
-- severity: critical
with runs_of_text as (
    select
        document_id,
        unnest(pieces, recursive := true)
    from documents
),
starts as (
    select
        sentences.sentence_id,
        sentences.document_id,
        sentences.raw_start_char as given_char,
        runs_of_text.raw_start_char
            + if(runs_of_text.length = runs_of_text.raw_length, sentences.start_char - runs_of_text.start_char, 0)
            as mapped_char
    from sentences
    join runs_of_text
        on runs_of_text.document_id = sentences.document_id
        and sentences.start_char >= runs_of_text.start_char
        and sentences.start_char < runs_of_text.start_char + runs_of_text.length
),
ends as (
    select
        sentences.sentence_id,
        sentences.document_id,
        sentences.raw_end_char as given_char,
        runs_of_text.raw_start_char + if(
            runs_of_text.length = runs_of_text.raw_length,
            sentences.end_char - runs_of_text.start_char,
            runs_of_text.raw_length
        ) as mapped_char
    from sentences
    join runs_of_text
        on runs_of_text.document_id = sentences.document_id
        and sentences.end_char > runs_of_text.start_char
        and sentences.end_char <= runs_of_text.start_char + runs_of_text.length
)
select * from starts where given_char <> mapped_char
union all
select * from ends where given_char <> mapped_char
