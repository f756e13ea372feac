-- a copy is of an original: no document copies itself, or another copy
-- table: duplicates
-- severity: critical
select
    copies.document_id,
    copies.copies_document_id
from duplicates as copies
left join duplicates as originals on originals.document_id = copies.copies_document_id
where copies.document_id = copies.copies_document_id
    or originals.document_id is not null
