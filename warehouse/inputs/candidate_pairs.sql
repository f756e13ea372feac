-- Pairs of current articles that share a band of their signatures or a whole sentence, and so may be copies.
-- In each bucket an article is paired with the earliest and with the one before it: linear in the corpus.
with
signed as (
    select
        signatures.document_id,
        documents.published_on,
        signatures.bands,
        signatures.passages,
        signatures.minhash
    from signatures
    join documents on documents.document_id = signatures.document_id
    join versions on versions.document_id = signatures.document_id
    where versions.superseded_by is null
),
buckets as (
    select document_id, published_on, unnest(bands) as bucket from signed
    union all
    select document_id, published_on, unnest(passages)::varchar as bucket from signed
),
neighbours as (
    select
        document_id,
        unnest([
            first_value(document_id) over (partition by bucket order by published_on nulls last, document_id),
            lag(document_id) over (partition by bucket order by published_on nulls last, document_id)
        ]) as other_document_id
    from buckets
),
pairs as (
    select distinct document_id, other_document_id
    from neighbours
    where other_document_id is not null
      and other_document_id <> document_id
),
weighed as (
    select
        pairs.document_id,
        pairs.other_document_id,
        len(list_filter(list_zip(one.minhash, other.minhash), lambda pair: pair[1] = pair[2])) / len(one.minhash)
            as estimated_similarity,
        len(list_intersect(one.passages, other.passages)) as shared_passage_count,
        least(len(one.passages), len(other.passages)) as passage_count
    from pairs
    join signed as one on one.document_id = pairs.document_id
    join signed as other on other.document_id = pairs.other_document_id
)
select document_id, other_document_id, estimated_similarity, shared_passage_count
from weighed
where estimated_similarity >= 0.3
   or shared_passage_count >= 0.2 * passage_count
order by document_id, other_document_id
