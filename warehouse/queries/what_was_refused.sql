-- What was refused, and why?
select
    stage,
    reason_code,
    reject_count,
    example_uri,
    example_detail
from rejects_by_reason
order by reject_count desc
