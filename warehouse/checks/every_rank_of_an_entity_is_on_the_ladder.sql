-- every rank code of an entity is on the ladder
-- table: entities
-- severity: critical
with coded as (
    select
        entity_id,
        unnest(rank_codes) as rank_code
    from entities
)
select
    coded.entity_id,
    coded.rank_code
from coded
anti join ranks using (rank_code)
