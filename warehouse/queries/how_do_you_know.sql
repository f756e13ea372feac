-- How do you know? Every claim to its sentence, its outlet and its place in the raw text
select
    claims_with_source.type_code,
    claims_with_source.outlet,
    claims_with_source.published_on,
    claims_with_source.sentence,
    claims_with_source.uri,
    claims_with_source.raw_start_char,
    claims_with_source.raw_end_char,
    substr(
        raw_documents.text,
        claims_with_source.raw_start_char + 1,
        claims_with_source.raw_end_char - claims_with_source.raw_start_char
    ) as quoted
from claims_with_source
join raw_documents using (document_id)
order by
    claims_with_source.published_on,
    claims_with_source.document_id,
    claims_with_source.raw_start_char
limit 100
