-- Every name with the id of its written form: folded, of one document where a person is called by one word only
-- but for what links a name: al-Asaad, de Graaf
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
        and not contains(
            regexp_replace(
                spelling,
                '^((al|el|as|ash|ar|ad|az|an|at|abu|abou|umm|bin|ibn|ben|bint|van|von|der|den|de|da|del|di|dos)[ -])+',
                ''
            ),
            ' '
        ) as is_short
    from spelt
)
select
    * exclude (spelling),
    concat_ws(
        ':',
        label,
        case when gazetteer_id is null then spelling else '@' || gazetteer_id end,
        case when is_short then document_id end
    ) as form_id
from parted
