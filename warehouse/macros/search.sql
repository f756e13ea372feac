-- The hundred documents that tell most of some words, best first: select * from search('defected colonel').
-- takes: query
with asked as (
    select distinct unnest(string_split_regex(lower(strip_accents(query)), '[^\p{L}\p{N}]+')) as form
),
stems as (
    select distinct coalesce(
        (select any_value(forms.term) from search.forms as forms where forms.form = asked.form),
        (
            select max_by(terms.term, length(terms.term))
            from search.terms as terms
            where length(terms.term) > 3
                and starts_with(asked.form, terms.term)
        )
    ) as term
    from asked
    anti join search.stopwords using (form)
),
collection as (
    select
        count(*) as article_count,
        avg(word_count) as mean_word_count
    from search.articles
),
found as (
    select
        terms.term,
        postings.number,
        postings.frequency,
        count(*) over (partition by postings.term_number) as article_count
    from search.postings as postings
    join search.terms as terms using (term_number)
    where terms.term in (select term from stems)
),
scores as (
    select
        articles.document_id,
        sum(
            ln((collection.article_count - found.article_count + 0.5) / (found.article_count + 0.5) + 1)
            * found.frequency * 2.2
            / (found.frequency + 1.2 * (0.25 + 0.75 * articles.word_count / collection.mean_word_count))
        ) as score,
        list(found.term) as terms
    from found
    join search.articles as articles using (number)
    cross join collection
    group by articles.document_id
    order by score desc, articles.document_id
    limit 100
),
wanted as (
    select forms.*
    from search.forms as forms
    semi join stems using (term)
),
placed as (
    select
        scores.document_id,
        any_value(coalesce(documents.title_end_char, 0)) as title_end_char,
        min(nullif(instr(
            lower(strip_accents(substr(documents.text, coalesce(documents.title_end_char, 0) + 1))), wanted.form
        ), 0)) as position
    from scores
    join documents using (document_id)
    join wanted on list_contains(scores.terms, wanted.term)
    group by scores.document_id
)
select
    scores.document_id,
    round(scores.score, 3) as score,
    documents.title,
    documents.outlet,
    documents.published_on,
    trim(regexp_replace(
        substr(
            documents.text,
            (placed.title_end_char + greatest(coalesce(placed.position, 1) - 60, 1))::bigint,
            200
        ),
        '\s+', ' ', 'g'
    )) as snippet
from scores
join documents using (document_id)
join placed using (document_id)
order by score desc, document_id
