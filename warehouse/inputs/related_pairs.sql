-- Pairs of current articles by the cosine of their words, common words left out: for each, its twenty nearest.
-- A word of more than a tenth of the articles, or of more than sixty, tells no story and is not compared.
with
counted as (
    select
        signatures.document_id,
        unnest(signatures.terms, recursive := true)
    from signatures
    join current_articles on current_articles.document_id = signatures.document_id
),
known as (
    select count(*) as article_count from current_articles
),
weighed as (
    select
        counted.document_id,
        counted.term,
        count(*) over (partition by counted.term) as with_term,
        (1 + ln(counted."count")) * ln(1 + known.article_count / count(*) over (partition by counted.term)) as weight
    from counted
    cross join known
),
scaled as (
    select
        document_id,
        term,
        with_term,
        weight / sqrt(sum(weight * weight) over (partition by document_id)) as share
    from weighed
),
rare as (
    select scaled.*
    from scaled
    cross join known
    where scaled.with_term between 2 and least(60, greatest(5, known.article_count / 10))
),
compared as (
    select
        one.document_id,
        other.document_id as other_document_id,
        sum(one.share * other.share) as similarity
    from rare as one
    join rare as other
        on other.term = one.term
        and other.document_id > one.document_id
    group by one.document_id, other.document_id
    having sum(one.share * other.share) >= 0.05
),
both_ways as (
    select document_id, other_document_id, similarity from compared
    union all
    select other_document_id, document_id, similarity from compared
),
nearest as (
    select distinct
        least(document_id, other_document_id) as document_id,
        greatest(document_id, other_document_id) as other_document_id,
        round(similarity, 6) as similarity
    from both_ways
    qualify row_number() over (
        partition by both_ways.document_id order by round(similarity, 6) desc, both_ways.other_document_id
    ) <= 20
)
select document_id, other_document_id, similarity
from nearest
order by document_id, other_document_id
