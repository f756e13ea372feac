-- every mention quotes its document; a blank may stand for a line break
-- table: mentions
-- severity: critical
select
    mentions.mention_id,
    mentions.document_id,
    mentions.text
from mentions
join documents using (document_id)
where regexp_replace(mentions.text, '[\s\x{a0}]', ' ', 'g') <> regexp_replace(
    substr(documents.text, mentions.start_char + 1, mentions.end_char - mentions.start_char), '[\s\x{a0}]', ' ', 'g'
)
