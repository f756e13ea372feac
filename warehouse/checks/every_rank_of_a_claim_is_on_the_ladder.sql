-- every rank code of a claim is on the ladder
-- table: claims
-- severity: critical
with coded as (
    select
        claim_id,
        unnest(rank_codes) as rank_code
    from claims
)
select
    coded.claim_id,
    coded.rank_code
from coded
anti join ranks using (rank_code)
