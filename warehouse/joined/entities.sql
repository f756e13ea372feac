-- How often each entity is mentioned, and in how many documents
select
    entity_forms.entity_id,
    count(*) as mention_count,
    count(distinct named_mentions.document_id) as document_count
from named_mentions
join entity_forms on entity_forms.form_id = named_mentions.form_id
group by entity_forms.entity_id
