-- The batch each row was refused in, by the name of the file that holds it
select
    stage,
    document_id,
    uri,
    reason_code,
    detail,
    min(regexp_extract(filename, 'batch=.*-([^-]+)\.parquet$', 1)) as batch_id
from rejects
group by all
