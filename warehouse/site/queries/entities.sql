-- Every person, group, unit and place, the most mentioned first.
select
    entity_id,
    kind,
    name,
    other_names,
    rank_codes,
    country_code,
    latitude,
    longitude,
    gazetteer_id,
    mention_count,
    document_count
from entities
order by mention_count desc, name, entity_id
