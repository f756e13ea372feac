-- every sentence quotes its document; a blank may stand for a line break
-- table: sentences
-- severity: critical
select
    sentences.sentence_id,
    sentences.document_id,
    sentences.text
from sentences
join documents using (document_id)
where regexp_replace(sentences.text, '[\s\x{a0}]', ' ', 'g') <> regexp_replace(
    substr(documents.text, sentences.start_char + 1, sentences.end_char - sentences.start_char), '[\s\x{a0}]', ' ', 'g'
)
