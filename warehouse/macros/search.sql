-- The hundred documents that tell most of some words, best first: select * from search('defected colonel').
-- takes: query
with asked as (
    select distinct unnest(regexp_extract_all(lower(strip_accents(query)), '[\p{L}\p{N}]+')) as form
),
stems as (
    select coalesce(
        (select any_value(forms.term) from fts_main_documents.forms as forms where forms.form = asked.form),
        (
            select max_by(dict.term, length(dict.term))
            from fts_main_documents.dict as dict
            where length(dict.term) > 3
                and starts_with(asked.form, dict.term)
        )
    ) as term
    from asked
),
found as (
    select
        dict.termid,
        dict.term,
        dict.df
    from fts_main_documents.dict as dict
    where dict.term in (select term from stems)
),
frequencies as (
    select
        terms.docid,
        found.term,
        found.df,
        count(*) as frequency
    from fts_main_documents.terms as terms
    join found using (termid)
    group by all
),
scores as (
    select
        docs.name as document_id,
        sum(
            ln((stats.num_docs - frequencies.df + 0.5) / (frequencies.df + 0.5) + 1)
            * frequencies.frequency * 2.2
            / (frequencies.frequency + 1.2 * (0.25 + 0.75 * docs.len / stats.avgdl))
        ) as score,
        list(frequencies.term) as terms
    from frequencies
    join fts_main_documents.docs as docs using (docid)
    cross join fts_main_documents.stats as stats
    group by docs.name
    order by score desc, document_id
    limit 100
),
placed as (
    select
        scores.document_id,
        min(nullif(instr(lower(strip_accents(documents.text)), forms.form), 0)) as position
    from scores
    join documents using (document_id)
    join fts_main_documents.forms as forms on list_contains(scores.terms, forms.term)
    group by scores.document_id
)
select
    scores.document_id,
    round(scores.score, 3) as score,
    documents.title,
    documents.outlet,
    documents.published_on,
    regexp_replace(
        substr(documents.text, greatest(coalesce(placed.position, 1) - 60, 1)::bigint, 200), '\s+', ' ', 'g'
    ) as snippet
from scores
join documents using (document_id)
left join placed using (document_id)
order by score desc, document_id
