-- Which articles tell of a colonel who defected?
select
    score,
    title,
    outlet,
    published_on,
    snippet
from search('defected colonel')
