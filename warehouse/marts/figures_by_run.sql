-- The figures that are bounded, run by run, with the change since the run before: drift shows here first
-- measure_code: The figure.
-- sentence: What must hold of it.
-- severity: What leaving the bound means.
-- figure: Its value in that run; null when there was nothing to measure.
-- figure_before: Its value in the run before.
-- change: How much it moved since.
-- low: The lowest value allowed; null for none.
-- high: The highest value allowed; null for none.
-- passed: Whether the figure stayed within, or came from too few rows to say.
with measured as (
    select
        checks.run_id,
        bounds.measure_code,
        checks.table_name,
        bounds.severity,
        bounds.sentence,
        try_cast(checks.samples[1] as double) as figure,
        bounds.low,
        bounds.high,
        checks.row_count,
        checks.passed
    from checks
    join bounds
        on bounds.sentence = checks.check_name
        and bounds.table_name = checks.table_name
)
select
    run_id,
    measure_code,
    table_name,
    severity,
    sentence,
    figure,
    lag(figure) over history as figure_before,
    figure - lag(figure) over history as change,
    low,
    high,
    row_count,
    passed
from measured
window history as (
    partition by
        measure_code,
        severity
    order by run_id
)
order by
    run_id desc,
    measure_code,
    severity
