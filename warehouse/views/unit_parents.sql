-- Which unit is part of which, where a text names the one right before the other: the 9th Regiment of the 3rd Division
-- parent_id: The larger unit.
-- parent_name: What it is called.
-- document_count: Documents that say so.
-- example: The words of one of them.
with echelons(word, height) as (
    values
        ('platoon', 1), ('company', 2), ('squadron', 2), ('battalion', 3), ('battalions', 3), ('regiment', 4),
        ('brigade', 5), ('brigades', 5), ('division', 6), ('corps', 7), ('army', 8), ('guard', 8), ('forces', 8)
),
units as (
    select
        mentions.*,
        echelons.height
    from mentions
    left join echelons on echelons.word = lower(regexp_extract(mentions.text, '[A-Za-z]+$'))
    where mentions.label = 'organisation'
      and (mentions.kind = 'unit' or echelons.height is not null)
),
beside as (
    select
        smaller.document_id,
        smaller.entity_id,
        larger.entity_id as parent_id,
        substr(documents.text, smaller.start_char + 1, larger.end_char - smaller.start_char) as example
    from units as smaller
    join units as larger
        on larger.document_id = smaller.document_id
        and larger.start_char > smaller.end_char
        and larger.start_char <= smaller.end_char + 25
    join documents on documents.document_id = smaller.document_id
    where larger.height > smaller.height
      and larger.entity_id <> smaller.entity_id
      and regexp_full_match(
          substr(documents.text, smaller.end_char + 1, larger.start_char - smaller.end_char),
          '(,\s+|,?\s+(part\s+)?(of|in|from|under|within)\s+)(the\s+)?([A-Z]\w+\s+)?'
      )
)
select
    beside.entity_id,
    entities.name,
    beside.parent_id,
    parents.name as parent_name,
    count(distinct beside.document_id) as document_count,
    min(beside.example) as example
from beside
join entities using (entity_id)
join entities as parents on parents.entity_id = beside.parent_id
group by
    beside.entity_id,
    entities.name,
    beside.parent_id,
    parents.name
order by
    entities.name,
    document_count desc,
    parent_name
