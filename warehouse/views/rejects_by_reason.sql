-- What was refused, by stage and reason, with an example of each
-- reject_count: How many were refused for this reason.
-- example_uri: One of them.
-- example_detail: What was said of it.
select
    stage,
    reason_code,
    count(*) as reject_count,
    min(uri) as example_uri,
    min_by(detail, uri) as example_detail
from rejects
group by
    stage,
    reason_code
