-- Every place of the gazetteer that the documents name, with where it lies
-- place_id: The place in the gazetteer.
-- name: The commonest form of its name.
select
    gazetteer_id as place_id,
    mode(text) as name,
    max(place_precision) as place_precision,
    max(country_code) as country_code,
    max(latitude) as latitude,
    max(longitude) as longitude,
    count(*) as mention_count
from mentions
where gazetteer_id is not null
    and latitude is not null
group by gazetteer_id
