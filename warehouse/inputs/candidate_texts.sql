-- The texts of the articles that may be copies, for proof on their words
with
wanted as (
    select document_id from candidate_pairs
    union
    select other_document_id from candidate_pairs
)
select documents.document_id, documents.published_on, documents.text
from documents
join wanted on wanted.document_id = documents.document_id
order by documents.document_id
