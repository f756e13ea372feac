-- People killed and wounded by day, over events of one known day; running totals, denials and plans are left out
-- happened_on: The day.
-- killing_count: Events of that day in which people were killed.
-- killed_low: The fewest people killed in them, where they give a number.
-- killed_high: The most; null when one of them leaves it open.
-- wounding_count: Events of that day in which people were wounded.
-- wounded_low: The fewest people wounded in them, where they give a number.
-- wounded_high: The most; null when one of them leaves it open.
-- uncounted_count: Events of that day that give no number.
-- disputed_count: Events of that day whose claims give numbers that do not fit together.
-- unconfirmed_count: Events of that day that nobody asserts outright.
with totals as (
    select event_claims.event_id
    from event_claims
    join claims using (claim_id)
    group by event_claims.event_id
    having bool_and(claims.is_total)
),
tolls as (
    select
        *,
        coalesce(count_low, count_high) is not null as is_counted
    from events
    anti join totals using (event_id)
    where type_code in ('killing', 'wounding')
        and date_low = date_high
        and status in ('asserted', 'unconfirmed')
)
select
    date_low as happened_on,
    count(*) filter (type_code = 'killing') as killing_count,
    sum(coalesce(count_low, 0)) filter (type_code = 'killing' and is_counted)::bigint as killed_low,
    if(
        bool_and(count_high is not null) filter (type_code = 'killing' and is_counted),
        sum(count_high) filter (type_code = 'killing' and is_counted),
        null
    )::bigint as killed_high,
    count(*) filter (type_code = 'wounding') as wounding_count,
    sum(coalesce(count_low, 0)) filter (type_code = 'wounding' and is_counted)::bigint as wounded_low,
    if(
        bool_and(count_high is not null) filter (type_code = 'wounding' and is_counted),
        sum(count_high) filter (type_code = 'wounding' and is_counted),
        null
    )::bigint as wounded_high,
    count(*) filter (not is_counted) as uncounted_count,
    count(*) filter (not counts_agree) as disputed_count,
    count(*) filter (status = 'unconfirmed') as unconfirmed_count
from tolls
group by date_low
order by happened_on
