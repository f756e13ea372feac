-- The entity that each mention names
select named_mentions.mention_id, entity_forms.entity_id
from named_mentions
join entity_forms on entity_forms.form_id = named_mentions.form_id
