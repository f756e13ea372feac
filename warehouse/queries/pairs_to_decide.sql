-- Which names may be of one person or group, for an analyst to decide?
select
    name,
    other_name,
    score,
    reason,
    entity_id,
    other_entity_id
from pairs_to_review
