-- Which ranks was each officer given, and when?
select
    name,
    label,
    first_on,
    last_on,
    outlets
from ranks_held
