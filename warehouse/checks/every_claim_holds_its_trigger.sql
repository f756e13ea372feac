-- every claim's sentence contains its trigger
-- table: claims
-- severity: critical
select
    claim_id,
    trigger,
    sentence
from claims
where not contains(
    regexp_replace(sentence, '[\s\x{a0}]', ' ', 'g'), regexp_replace(trigger, '[\s\x{a0}]', ' ', 'g')
)
