-- What changed since yesterday?
select
    change,
    changed_in,
    type_code,
    before,
    after
from changes_since(now() - interval 1 day)
