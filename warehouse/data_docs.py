"""Great Expectations' own pages on the published tables. They load styles from the web; our report loads nothing."""

import warnings
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from schemas import TABLES
from schemas.expectations import expectations_of
from schemas.table import Table, conform
from warehouse.site.rows import READ_ONLY
from warehouse.suites import _frame as frame_of  # the columns that the declared expectations judge

SITE = "attest"
UNPUBLISHED = ("landed", "parses")  # their bytes are not in the database


def write_data_docs(database: Path, folder: Path) -> Path:
    """Judge every published table by its declaration and write Data Docs; the first page."""
    with warnings.catch_warnings(), duckdb.connect(str(database), read_only=True, config=READ_ONLY) as connection:
        warnings.simplefilter("ignore")  # the library's own, about its own parts
        context = _context(folder)
        source = context.data_sources.add_pandas(SITE)
        for table in TABLES.values():
            if table.name not in UNPUBLISHED and expectations_of(table):
                _judge(context, source, table, _rows(connection, table))
        context.build_data_docs()
    return folder / "index.html"


def _rows(connection: duckdb.DuckDBPyConnection, table: Table) -> pa.Table:
    names = ", ".join(f'"{column.name}"' for column in table.stored)
    return conform(connection.sql(f'select {names} from "{table.name}"').to_arrow_table(), table)


def _context(folder: Path) -> Any:
    import great_expectations as gx
    from great_expectations.data_context.types.base import DataContextConfig, InMemoryStoreBackendDefaults

    stores = InMemoryStoreBackendDefaults(init_temp_docs_sites=False)
    context: Any = gx.get_context(mode="ephemeral", project_config=DataContextConfig(store_backend_defaults=stores))
    context.variables.progress_bars = {"globally": False, "metric_calculations": False}
    backend = {"class_name": "TupleFilesystemStoreBackend", "base_directory": str(folder.resolve())}
    index = {"class_name": "DefaultSiteIndexBuilder"}
    context.add_data_docs_site(
        SITE, {"class_name": "SiteBuilder", "store_backend": backend, "site_index_builder": index}
    )
    return context


def _judge(context: Any, source: Any, table: Table, rows: pa.Table) -> None:
    import great_expectations as gx

    whole = source.add_dataframe_asset(table.name).add_batch_definition_whole_dataframe(table.name)
    expectations = [dict(each) for each in expectations_of(table)]
    suite = context.suites.add(gx.ExpectationSuite(table.name, expectations=expectations))
    definition = gx.ValidationDefinition(name=table.name, data=whole, suite=suite)
    context.validation_definitions.add(definition).run(batch_parameters={"dataframe": frame_of(table, rows)})
