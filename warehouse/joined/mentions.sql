-- The entity that each mention names
with
spelt as (
    select
        *,
        lower(regexp_replace(replace(trim(text), '’', ''''), '\s+', ' ', 'g')) as spelling
    from mentions
    where label in ('person', 'organisation', 'place')
),
parted as (
    select
        *,
        label = 'person'
        and not contains(regexp_replace(spelling, '^((al|el|as|ash|ar|ad|az|an|at|abu|abou|umm)[ -])+', ''), ' ')
            as is_short
    from spelt
),
named as (
    select
        mention_id,
        concat_ws(
            ':',
            label,
            case when gazetteer_id is null then spelling else '@' || gazetteer_id end,
            case when is_short then document_id end
        ) as form_id
    from parted
)
select named.mention_id, entity_forms.entity_id
from named
join entity_forms on entity_forms.form_id = named.form_id
