"""The SQL door: whatever is no question does not get through."""

from pathlib import Path

import pyarrow as pa
import pytest

from tests.rows import database_of
from warehouse.questions import CLOSED
from warehouse.sql import Refused, ask


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of two documents."""
    return database_of(tmp_path_factory.mktemp("warehouse"), {"documents": [{"title": "A"}, {"title": "B"}]})


OTHERS = "/etc/passwd"

ATTACKS = [
    # writing
    ("insert into documents (document_id) values ('x')", "only questions"),
    ("update documents set title = 'x'", "only questions"),
    ("delete from documents", "only questions"),
    ("drop table documents", "only questions"),
    ("create table x as select 1", "only questions"),
    ("create temp table x as select 1", "only questions"),
    ("create or replace macro search(query) as table select 1", "only questions"),
    ("alter table documents add column x integer", "only questions"),
    ("truncate documents", "only questions"),
    ("merge into documents using documents as more on false when not matched then insert by name", "only questions"),
    ("comment on table documents is 'x'", "only questions"),
    ("begin", "only questions"),
    ("checkpoint", "only questions"),
    ("vacuum", "only questions"),
    # several statements, or none
    ("select 1; drop table documents", "one statement"),
    ("select 1; select 2", "one statement"),
    ("", "one statement"),
    ("-- nothing", "one statement"),
    ("pivot documents on title using count(*)", "one statement"),  # it would create a type
    # reading files
    (f"select * from read_csv('{OTHERS}')", "disabled"),
    (f"select * from read_text('{OTHERS}')", "disabled"),
    (f"select * from read_blob('{OTHERS}')", "disabled"),
    (f"select * from read_json('{OTHERS}')", "disabled"),
    (f"select * from read_parquet('{OTHERS}')", "disabled"),
    (f"select * from parquet_metadata('{OTHERS}')", "disabled"),
    (f"select * from sniff_csv('{OTHERS}')", "disabled"),
    (f"select * from '{OTHERS}'", "does not exist"),
    ("select * from 'data/*.parquet'", "disabled"),
    ("select * from glob('/*')", "disabled"),
    (f"select * from query('select * from read_text(''{OTHERS}'')')", "no question may call query"),
    (f"select * from read_duckdb('{OTHERS}')", "disabled"),
    (f"select * from parquet_full_metadata('{OTHERS}')", "disabled"),
    (f"select * from parquet_kv_metadata('{OTHERS}')", "disabled"),
    (f"select * from parquet_bloom_probe('{OTHERS}', 'a', 1)", "disabled"),
    (f"select * from read_ndjson_objects(['{OTHERS}'])", "disabled"),
    (f"describe select * from read_csv('{OTHERS}')", "disabled"),
    (f"summarize select * from read_csv('{OTHERS}')", "disabled"),
    (f"explain analyze select * from read_text('{OTHERS}')", "disabled"),
    ("select * from which_secret('s3://a/b', 's3')", "disabled"),
    ("select * from duckdb_extensions()", "disabled"),
    ("select * from duckdb_secrets()", "disabled"),
    ("select getenv('HOME')", "does not exist"),
    (f"select * from sqlite_scan('{OTHERS}', 'x')", "not in the catalog"),
    (f"select * from st_read('{OTHERS}')", "not in the catalog"),
    # writing files
    ("copy documents to 'x.csv'", "only questions"),
    ("copy (select 1) to 'x.csv'", "only questions"),
    ("export database 'x'", "only questions"),
    ("select * from query('copy documents to ''x.csv''')", "no question may call query"),
    ("select * from json_execute_serialized_sql('{}')", "no question may call json_execute"),
    ("explain copy documents to 'x.csv'", "only questions"),
    ("explain analyze insert into documents (document_id) values ('x')", "only questions"),
    ("select * from enable_logging(storage = 'file', storage_config = {'path': 'x'})", "no question may call enable"),
    ("select * from enable_profiling(format = 'json', save_location = 'x.json')", "no question may call enable"),
    ("select * from checkpoint()", "no question may call checkpoint"),
    ("select write_log('x')", "no question may call write_log"),
    # memory at an address: null ends the process
    ("select * from pandas_scan(null)", "no question may call pandas_scan"),
    ('from main . "Pandas_Scan" /* */ (null)', "no question may call"),
    ("explain analyze select (select 1 from pandas_scan(null))", "no question may call pandas_scan"),
    ("/* */ explain select * from pandas_scan(null)", "only questions"),
    ("describe select * from pandas_scan(null)", "no question may call pandas_scan"),
    ("select * from arrow_scan(null, null, null)", "no question may call arrow_scan"),
    # other databases, the network, extensions
    ("attach 'other.duckdb'", "only questions"),
    ("attach ':memory:' as other", "only questions"),
    ("detach attest", "only questions"),
    ("use other", "only questions"),
    ("select * from read_csv('https://host.example/x.csv')", "disabled"),
    ("select * from 'https://host.example/x.parquet'", "disabled"),
    ("install httpfs", "only questions"),
    ("load fts", "only questions"),
    ("create secret (type s3)", "only questions"),
    # settings and procedures
    ("set enable_external_access = true", "only questions"),
    ("set memory_limit = '1TB'", "only questions"),
    ("reset lock_configuration", "only questions"),
    ("pragma enable_profiling", "only questions"),
    ("call pragma_version()", "only questions"),
    ("prepare x as select 1", "only questions"),
    ("execute x", "only questions"),
    ("deallocate x", "only questions"),
    # the caller's own variables
    ("select * from CALLERS", "does not exist"),
    ("select * from callers", "does not exist"),
    # too much
    ("select * from range(1_000_000_000_000)", "more than"),
    ("select count(*) from range(1_000_000_000_000)", "seconds"),
    (
        "with recursive endless as (select 1 as n union all select n + 1 from endless) select max(n) from endless",
        "seconds",
    ),
    ("select list(range) from range(1_000_000_000)", "memory|seconds"),  # whichever limit it meets first
    ("select count(*) from (select unnest(range(200_000_000)) as n order by hash(n))", "memory"),  # one value
    ("select length(repeat('x', 4_000_000_000))", "memory"),
    ("select printf('%2000000000d', 1)", "memory"),
    ("select array_to_string(range(300_000_000), ',')", "memory"),
    pytest.param(
        "select length(lpad('x', 2_000_000_000, 'y'))", "memory|seconds", marks=pytest.mark.slow
    ),  # a long call
    ("select count(*) from documents as a, range(10_000_000) as b, range(10_000_000) as c", "seconds"),
    # nonsense
    ("selec title from documents", "syntax error"),
    ("select nothing from documents", "not found"),
    ("select * from nowhere", "does not exist"),
    ("select '\x00'", "unterminated"),
    ("select '\ud800'", "UTF-8"),
    ("\x00", "one statement|syntax"),
    ("select 1 +", "syntax error"),
    ("select ((((((((((", "syntax error"),
]

CALLERS = pa.table({"secret": [1]})


@pytest.mark.parametrize(("query", "sentence"), ATTACKS)
def test_an_attack_fails_with_a_sentence(
    database: Path, query: str, sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    callers = CALLERS
    before = database.read_bytes()
    with pytest.raises(Refused, match=sentence) as refusal:
        ask(database, query, seconds=0.3, memory="500MB")
    assert callers is CALLERS
    assert "\n" not in str(refusal.value)
    assert database.read_bytes() == before
    assert list(tmp_path.iterdir()) == []


def test_the_door_stays_locked_inside_a_question(database: Path) -> None:
    settings = {row["name"]: row["value"] for row in ask(database, "from duckdb_settings()").to_pylist()}
    assert (settings["enable_external_access"], settings["lock_configuration"]) == ("false", "true")
    assert settings["temp_directory"] == ""


@pytest.mark.parametrize("content", [None, b"", b"no database at all"])
def test_what_is_no_database_is_said_to_be_none(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "attest.duckdb"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(Refused, match="not a database that can be opened"):
        ask(path, "select 1")
    assert path.exists() is (content is not None)


REVIEWED = """
arrow_scan arrow_scan_dumb checkpoint disable_logging disable_profiling duckdb_approx_database_count duckdb_columns
duckdb_connection_count duckdb_constraints duckdb_coordinate_systems duckdb_databases duckdb_dependencies
duckdb_extensions duckdb_external_file_cache duckdb_functions duckdb_indexes duckdb_keywords duckdb_log_contexts
duckdb_logs duckdb_logs_parsed duckdb_memory duckdb_optimizers duckdb_prepared_statements duckdb_profiling_settings
duckdb_schemas duckdb_secret_types duckdb_secrets duckdb_sequences duckdb_settings duckdb_table_sample duckdb_tables
duckdb_temporary_files duckdb_types duckdb_variables duckdb_views enable_logging enable_profiling force_checkpoint
generate_series glob histogram histogram_values icu_calendar_names json_each json_execute_serialized_sql json_tree
pandas_scan parquet_bloom_probe parquet_file_metadata parquet_full_metadata parquet_kv_metadata parquet_metadata
parquet_scan parquet_schema pg_timezone_names pragma_collations pragma_database_size pragma_metadata_info
pragma_platform pragma_show pragma_storage_info pragma_table_info pragma_user_agent pragma_version python_map_function
query query_table range read_blob read_csv read_csv_auto read_duckdb read_json read_json_auto read_json_objects
read_json_objects_auto read_ndjson read_ndjson_auto read_ndjson_objects read_parquet read_text repeat repeat_row
seq_scan sniff_csv summary test_all_types test_vector_types truncate_duckdb_logs unnest which_secret
"""


def test_every_function_that_makes_rows_was_gone_through(database: Path) -> None:
    query = "select distinct function_name from duckdb_functions() where function_type like 'table%' and internal"
    functions = {row["function_name"] for row in ask(database, query).to_pylist()}
    assert functions - set(REVIEWED.split()) == set()  # a new one is tried against the door before it is added here
    assert {name for name in CLOSED if name not in functions} == {"write_log"}  # which makes no rows
