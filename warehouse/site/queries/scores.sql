-- Every figure of every evaluation against gold, the latest first: how many were right, of how many predicted and wanted.
with judged as (
    select
        judged_at,
        gold,
        measure,
        right_count,
        predicted_count,
        wanted_count,
        if(predicted_count = 0, if(wanted_count = 0, 1, 0), right_count / predicted_count) as precision,
        if(wanted_count = 0, 1, right_count / wanted_count) as recall,
        if(predicted_count + wanted_count = 0, 1, 2 * right_count / (predicted_count + wanted_count)) as f1
    from scores
)
select
    *,
    lag(f1) over (partition by gold, measure order by judged_at) as f1_before
from judged
order by judged_at desc, gold, measure
