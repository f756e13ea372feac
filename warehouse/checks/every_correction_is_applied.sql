-- every correction found its target as it expected it
-- table: corrections
-- severity: warning
select
    corrections.target_id,
    corrections.field,
    corrections.expected,
    corrections.found_value,
    corrections.outcome
from corrections
where corrections.outcome <> 'applied'
