-- The share of claims with a place in words that the gazetteer does not know.
select
    avg((place_id is null)::integer) as value,
    count(*) as row_count
from claims
where place_text is not null
