-- The languages of what came in: documents kept, and items refused because no vocabulary reads them.
with kept as (
    select language, count(*) as document_count
    from documents
    group by language
),
refused as (
    select detail as language, count(*) as reject_count
    from rejects
    where reason_code = 'language_not_supported'
    group by detail
)
select
    language,
    coalesce(kept.document_count, 0) as document_count,
    coalesce(refused.reject_count, 0) as reject_count
from kept
full join refused using (language)
order by document_count desc, reject_count desc, language
