-- every claim stands in a sentence of its document, and quotes it
-- table: claims
-- severity: critical
select
    claims.claim_id,
    claims.document_id,
    claims.sentence
from claims
anti join sentences
    on sentences.document_id = claims.document_id
    and sentences.raw_start_char = claims.raw_start_char
    and sentences.raw_end_char = claims.raw_end_char
    and regexp_replace(sentences.text, '[\s\x{a0}]', ' ', 'g')
        = regexp_replace(claims.sentence, '[\s\x{a0}]', ' ', 'g')
