-- Events whose claims give numbers that no one number fits, the most widely told first.
select
    event_id,
    summary,
    type_code,
    date_low,
    date_high,
    count_low,
    count_high,
    status,
    claim_count,
    outlet_count
from events
where counts_agree = false
order by outlet_count desc, claim_count desc, event_id
