-- Entities that may be one, too unsure to merge: what they are called, how alike they are, and what speaks for and against
-- other_name: What the other is called.
-- other_rank_codes: The ranks written before the name of the other.
select
    review_pairs.score,
    one.kind,
    one.name,
    other.name as other_name,
    one.rank_codes,
    other.rank_codes as other_rank_codes,
    review_pairs.reason,
    one.mention_count + other.mention_count as mention_count,
    review_pairs.entity_id,
    review_pairs.other_entity_id
from review_pairs
join entities as one on one.entity_id = review_pairs.entity_id
join entities as other on other.entity_id = review_pairs.other_entity_id
order by review_pairs.score desc, mention_count desc, review_pairs.entity_id, review_pairs.other_entity_id
