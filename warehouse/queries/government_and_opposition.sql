-- What do government and opposition sources say of the same event?
select
    summary,
    government_says,
    government_low,
    government_high,
    government_sources,
    opposition_says,
    opposition_low,
    opposition_high,
    opposition_sources
from sides_compared
