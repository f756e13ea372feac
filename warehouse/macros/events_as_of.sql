-- The events as the warehouse told them at a moment, each with its claims: select * from events_as_of('2026-01-31')
-- takes: moment
-- known_from: When a run first told the event so.
-- known_until: When a run told it otherwise or no more; null while none has.
with told as (
    select
        *,
        lead(known_at) over (partition by event_id order by known_at) as known_until
    from event_history
)
select
    told.* exclude (known_at, is_gone, known_until),
    told.known_at as known_from,
    told.known_until
from told
where not told.is_gone
  and told.known_at <= moment::timestamptz
  and (told.known_until is null or told.known_until > moment::timestamptz)
