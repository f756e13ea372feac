"""A warehouse in which every figure of quality tells something: claims that lack this and that, batches, scores."""

from datetime import UTC, datetime
from pathlib import Path

import duckdb

from tests.warehouse.report_database import write_database
from warehouse.scores import keep_scores
from warehouse.selects import selects_in
from warehouse.site.quality import MEASURED

DOCUMENTS = 96
BATCHES = 8  # enough of them for drift
SPOILT = """
update claims set actor_text = null where claim_id < '5';
update claims set target_text = null where claim_id < '3';
update claims set count_text = null where claim_id > '6';
update claims set place_text = null where claim_id > 'b';
update claims set place_id = null where claim_id < '7';
update claims set date_low = null where claim_id > '9';
update claims set source_text = null where claim_id < 'c';
update documents set published_on = null where document_id < '3';
update documents set outlet = null where document_id > 'd';
insert into rejects by name
  select 'documents' as stage, document_id, uri, 'language_not_supported' as reason_code, batch_id
  from raw_documents where document_id < '2';
update raw_documents set batch_id = 'c' || (row_number - 1) // 12
  from (select document_id as key, row_number() over (order by uri, document_id) as row_number from raw_documents)
  where key = document_id;
update landed set batch_id = raw_documents.batch_id from raw_documents
  where raw_documents.document_id = landed.document_id;
insert into runs by name
  select 'run-' || n as run_id, 'claims' as stage, 'c' || n as batch_id, 12 as row_count_in, 10 as row_count,
    0 as reject_count, 'c' as code_version, 's' as seed_version, 1.25 as seconds,
    timestamptz '2026-01-10 06:00:00+00' + to_days(cast(n as integer)) as started_at
  from range(8) as batches (n);
update landed set received_at = timestamptz '2026-01-10 05:00:00+00' + to_days(cast(batch_id[2] as integer))
  where batch_id like 'c%';
update events set counts_agree = true where event_id < '4';
delete from documents where document_id < '2';
delete from claims where document_id < '4';
delete from mentions where document_id < '2';
insert into sentences by name select document_id from raw_documents, range(3) where document_id >= '2';
insert into sentences by name select document_id from raw_documents where document_id > '8';
delete from event_claims where claim_id not in (select claim_id from claims);
"""


def write_judged(folder: Path) -> Path:
    """The database of that warehouse, with each figure that may have a bound judged by one."""
    for day, right in ((1, 70), (2, 60), (3, 55)):
        counts = {"claims": (right, 100, 90), "names": (80 + day, 100, 100)}
        keep_scores(folder, "gold", counts, datetime(2026, 1, day, tzinfo=UTC))
    database = write_database(folder / "attest.duckdb", DOCUMENTS)
    with duckdb.connect(str(database)) as connection:
        connection.execute(SPOILT)
        connection.execute("delete from bounds")
        for measure in selects_in(MEASURED):
            value, count = connection.execute(measure.body).fetchall()[0]
            connection.execute(
                "insert into bounds by name select $name as measure_code, 'claims' as table_name,"
                " 'info' as severity, $name as sentence, 0.0 as low, 1 as min_rows, 'none' as source",
                {"name": measure.name},
            )
            connection.execute(
                "insert into checks by name select 'run-7' as run_id, 'claims' as table_name, 'info' as severity,"
                " ? as check_name, true as passed, ? as row_count, 0 as failed_count, [?] as samples",
                [measure.name, count, str(value)],
            )
    return database
