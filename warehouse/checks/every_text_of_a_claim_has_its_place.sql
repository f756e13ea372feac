-- every text of a claim has its place in the raw text
-- table: claims
-- severity: warning
select
    claim_id,
    document_id,
    sentence
from claims
where (source_text is null) <> (source_raw_start_char is null)
    or (actor_text is null) <> (actor_raw_start_char is null)
    or (target_text is null) <> (target_raw_start_char is null)
    or (recipient_text is null) <> (recipient_raw_start_char is null)
    or (unit_text is null) <> (unit_raw_start_char is null)
    or (count_text is null) <> (count_raw_start_char is null)
    or (place_text is null) <> (place_raw_start_char is null)
    or (destination_text is null) <> (destination_raw_start_char is null)
    or (date_text is null) <> (date_raw_start_char is null)
