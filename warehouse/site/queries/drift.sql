-- Each figure of the latest batch that has it, the mean of the up to 29 batches before, and what these make likely: three standard deviations from the mean, for a share at least as wide as chance spreads so many items.
with recent as (
    select *
    from figures_by_batch
    order by received_at desc, batch_id desc
    limit 30
),
valued as (
    select
        batch_id,
        received_at,
        received_count as size,
        claim_count,
        document_count,
        placed_count,
        unnest(map_entries(map {
            'received_count': cast(received_count as double),
            'document_count': cast(document_count as double),
            'claim_count': cast(claim_count as double),
            'kept_share': kept_share,
            'refused_share': refused_share,
            'foreign_share': foreign_share,
            'undated_share': undated_share,
            'claims_per_document': claims_per_document,
            'no_actor_share': no_actor_share,
            'no_count_share': no_count_share,
            'no_place_share': no_place_share,
            'unresolved_share': unresolved_share,
            'no_date_share': no_date_share,
            'no_source_share': no_source_share
        })) as entry
    from recent
),
figures as (
    select
        entry.key as measure_code,
        entry.value as value,
        batch_id,
        size,
        case
            when entry.key in ('refused_share', 'foreign_share') then size
            when entry.key in ('kept_share', 'undated_share', 'claims_per_document') then document_count
            when entry.key = 'unresolved_share' then placed_count
            when entry.key like '%_share' then claim_count
        end as over_count,
        row_number() over (partition by entry.key order by received_at desc, batch_id desc) as age
    from valued
    where entry.value is not null
),
spread as (
    select
        measure_code,
        measure_code like '%_share' as is_share,
        list(value order by age desc) as history,
        any_value(value) filter (where age = 1) as latest,
        any_value(batch_id) filter (where age = 1) as batch_id,
        any_value(size) filter (where age = 1) as size,
        any_value(over_count) filter (where age = 1) as over_count,
        count(*) filter (where age > 1) as earlier_count,
        avg(value) filter (where age > 1) as mean_before,
        stddev_pop(value) filter (where age > 1) as deviation
    from figures
    group by measure_code
),
reach as (
    select
        *,
        3 * case
            when is_share then greatest(deviation, sqrt(greatest(mean_before * (1 - mean_before), 0.01) / size))
            else deviation
        end as width
    from spread
)
select
    measure_code,
    is_share,
    batch_id,
    latest,
    over_count,
    earlier_count,
    mean_before,
    if(earlier_count >= 5, greatest(mean_before - width, 0), null) as likely_low,
    if(earlier_count >= 5, if(is_share, least(mean_before + width, 1), mean_before + width), null) as likely_high,
    coalesce(latest not between likely_low and likely_high, false) as is_out,
    history
from reach
order by measure_code
