-- The ranks each person is given over time: by how many documents, from which day of publication to which
-- first_on: The earliest day of publication of a document that gives the rank.
-- last_on: The latest.
-- document_count: Documents that give it, copies left out.
-- label: The rank in words.
-- outlets: Who published those documents.
select
    entities.entity_id,
    entities.name,
    mentions.rank_code,
    ranks.label,
    ranks.grade,
    min(documents.published_on) as first_on,
    max(documents.published_on) as last_on,
    count(distinct documents.document_id) as document_count,
    coalesce(list_sort(list(distinct documents.outlet) filter (documents.outlet is not null)), []) as outlets
from mentions
join entities using (entity_id)
join documents on documents.document_id = mentions.document_id
left join duplicates on duplicates.document_id = mentions.document_id
left join ranks on ranks.rank_code = mentions.rank_code
where entities.kind = 'person'
  and mentions.rank_code is not null
  and duplicates.document_id is null
group by
    entities.entity_id,
    entities.name,
    mentions.rank_code,
    ranks.label,
    ranks.grade
order by
    entities.name,
    first_on,
    ranks.grade
