-- Which persons with a rank are named most?
select
    name,
    rank_codes,
    other_names,
    mention_count,
    document_count
from entities
where kind = 'person'
    and len(rank_codes) > 0
order by mention_count desc
limit 20
