-- every document quotes its raw text, but for the characters that were repaired
-- table: documents
-- severity: critical
with runs_of_text as (
    select
        document_id,
        text,
        unnest(pieces) as piece
    from documents
)
select
    runs_of_text.document_id,
    runs_of_text.piece.start_char as start_char,
    runs_of_text.piece.raw_start_char as raw_start_char
from runs_of_text
join raw_documents using (document_id)
where runs_of_text.piece.length = runs_of_text.piece.raw_length
    and substr(runs_of_text.text, runs_of_text.piece.start_char + 1, runs_of_text.piece.length)
        <> substr(raw_documents.text, runs_of_text.piece.raw_start_char + 1, runs_of_text.piece.raw_length)
