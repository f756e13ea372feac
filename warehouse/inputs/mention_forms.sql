-- One row a written form of a name: how it is mostly written, what is said of it, how often
select
    form_id,
    label,
    any_value(case when is_short then document_id end) as document_id,
    bool_or(is_short) as is_short,
    mode(text order by text) as text,
    mode(kind order by kind) as kind,
    mode(country_code order by country_code) as country_code,
    any_value(gazetteer_id) as gazetteer_id,
    list_sort(list(distinct rank_code) filter (where rank_code is not null)) as rank_codes,
    list_sort(list(distinct lower(role_text)) filter (where role_text is not null)) as roles,
    count(*) as mention_count,
    min(mention_id) as first_mention_id
from named_mentions
group by form_id, label
order by form_id
