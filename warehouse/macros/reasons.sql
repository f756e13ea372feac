-- Why each claim stands with one event: select * from reasons('EVENT_ID')
-- takes: event
select event_reasons.*
from event_reasons
where event_reasons.event_id = event
