-- Items and rows refused, by stage and reason.
select
    stage,
    reason_code,
    count(*) as reject_count
from rejects
group by stage, reason_code
order by reject_count desc, stage, reason_code
