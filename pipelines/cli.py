"""The command line. Heavy imports wait inside the commands, so that `attest --help` answers at once."""

import logging
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from pipelines.cli_service import DEFAULT, Warehouse, service

app = typer.Typer(
    name="attest",
    help="Turns scraped news text about conflict into an event database in which every row can be traced to its words.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def environment_of(warehouse: Path) -> None:
    """Keep Prefect inside the warehouse, offline and quiet; set before it is imported."""
    root = warehouse.absolute()
    defaults = {
        "PREFECT_HOME": str(root / "data" / "prefect"),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
        "PREFECT_LOGGING_LEVEL": "CRITICAL",
        "PREFECT_LOGGING_INTERNAL_LEVEL": "CRITICAL",  # a server that has gone is said in one sentence
        "PREFECT_CLI_PROMPT": "false",
        "DO_NOT_TRACK": "1",
        "DASK_LOGGING__DISTRIBUTED": "critical",  # what goes wrong on a worker reaches the run as its failure
        "OMP_NUM_THREADS": "1",  # two workers would fight over the cores
        "OPENBLAS_NUM_THREADS": "1",
    }
    for name, value in defaults.items():
        os.environ.setdefault(name, value)
    quiet_libraries()


def quiet_libraries() -> None:
    """Silence libraries in this process: what matters of their work is in `rejects` and `checks`."""
    for library in ("trafilatura", "great_expectations", "prefect.task_runs"):
        logging.getLogger(library).setLevel(logging.CRITICAL)


@app.command()
def run(  # noqa: PLR0913, PLR0917 - one parameter an option
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[PATH]…", help="Files, folders, patterns, s3:// or - .")
    ] = None,
    warehouse: Warehouse = DEFAULT,
    batch_size: Annotated[int | None, typer.Option(help="Items a batch.")] = None,
    workers: Annotated[int | None, typer.Option(help="Worker processes.")] = None,
    runner: Annotated[str | None, typer.Option(help="Where batches are made: processes or dask.")] = None,
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="The Dask cluster; without it, one of this machine.")
    ] = None,
    mirror: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Copy the published tables there, as s3://bucket/folder.")
    ] = None,
    model: Annotated[str | None, typer.Option(help="A spaCy package in place of the shipped model.")] = None,
    max_bytes: Annotated[int | None, typer.Option(help="The most bytes an item may have.")] = None,
    max_chars: Annotated[int | None, typer.Option(help="The most characters an article may have.")] = None,
) -> None:
    """Receive the inputs (default: the bundled corpus), make every table, check it, publish it, report."""
    from pipelines import commands

    given = {
        "batch_size": batch_size,
        "workers": workers,
        "runner": runner,
        "scheduler": scheduler,
        "mirror": mirror,
        "model": model,
        "max_bytes": max_bytes,
        "max_chars": max_chars,
    }
    commands.run(paths or [], warehouse, {name: value for name, value in given.items() if value is not None})


@app.command()
def build(warehouse: Warehouse = DEFAULT) -> None:
    """Build attest.duckdb and the report again from the stored tables."""
    from pipelines import commands

    commands.build(warehouse)


@app.command()
def rebuild(
    table: Annotated[str, typer.Argument(help="The table to make again.")], warehouse: Warehouse = DEFAULT
) -> None:
    """Make a table again, and what depends on it."""
    from pipelines import commands

    commands.rebuild(table, warehouse)


@app.command()
def check(warehouse: Warehouse = DEFAULT) -> None:
    """Judge the published tables; exit 1 when a critical check fails."""
    from pipelines import commands

    commands.check(warehouse)


@app.command()
def report(
    warehouse: Warehouse = DEFAULT,
    serve: Annotated[bool, typer.Option("--serve", help="Serve it on loopback until stopped.")] = False,
    port: Annotated[int, typer.Option(help="The port to serve on; 0 takes a free one.")] = 0,
    data_docs: Annotated[
        bool, typer.Option("--data-docs", help="Write Great Expectations' Data Docs beside it.")
    ] = False,
) -> None:
    """Write the report as a folder of static pages."""
    from pipelines import commands

    commands.report(warehouse, port if serve else None, data_docs)


@app.command(context_settings={"ignore_unknown_options": True})  # a query may open with a comment
def sql(
    query: Annotated[str, typer.Argument(help="One SELECT, or - to read it from standard input.")],
    warehouse: Warehouse = DEFAULT,
    output_format: Annotated[str, typer.Option("--format", help="table, csv, json or parquet.")] = "table",
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write there instead of standard output.")] = None,
) -> None:
    """Ask the database, read-only and without files, network or extensions."""
    from pipelines import commands

    commands.sql(sys.stdin.read() if query == "-" else query, warehouse, output_format, out)


@app.command()
def tables(
    name: Annotated[str | None, typer.Argument(metavar="[TABLE]", help="Show the columns of one table.")] = None,
    warehouse: Warehouse = DEFAULT,
) -> None:
    """List the tables and views, or the columns of one, each with its sentence."""
    from pipelines import commands

    commands.tables(name, warehouse)


@app.command()
def explain(
    given: Annotated[
        str, typer.Argument(metavar="ID", help="A document, claim, event or entity, or how its id begins.")
    ],
    claim: Annotated[str | None, typer.Option(metavar="CLAIM_ID", help="Only this claim of it.")] = None,
    warehouse: Warehouse = DEFAULT,
) -> None:
    """Show why a row says what it says: the sentence, the words of each field, and the rule behind it."""
    from pipelines import commands

    commands.explain(given, claim, warehouse)


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(help="Where the files are written.")],
    warehouse: Warehouse = DEFAULT,
    formats: Annotated[
        str, typer.Option(help="Comma-separated: csv, parquet, geojson, plover.")
    ] = "csv,parquet,geojson,plover",
) -> None:
    """Write claims and events as CSV, Parquet, GeoJSON and PLOVER JSON, provenance included."""
    from pipelines import commands

    commands.export(folder, warehouse, formats.split(","))


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="The folder of gold.jsonl, index.jsonl, body.jsonl, entities.jsonl.")],
    documents: Annotated[list[str], typer.Option(help="The raw pages; may be given several times.")],
    model: Annotated[str | None, typer.Option(help="A spaCy package in place of the shipped model.")] = None,
    errors: Annotated[int, typer.Option(help="How many wrong and missed claims to list.")] = 0,
    warehouse: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Keep the scores there, for its report to show over time.")
    ] = None,
) -> None:
    """Run into a scratch warehouse and print precision, recall and F1 against gold annotations."""
    from pipelines import commands

    commands.evaluate(gold, documents, model, errors, warehouse)


@app.command()
def train(
    treebanks: Annotated[Path, typer.Option(help="A folder of CoNLL-U files.")],
    ner: Annotated[Path, typer.Option(help="A folder of JSONL files with names.")],
    out: Annotated[Path | None, typer.Option(help="Where the model goes; default: the shipped one.")] = None,
    encoder: Annotated[Path | None, typer.Option(help="A folder of pretrained weights for the parser.")] = None,
    steps: Annotated[int | None, typer.Option(min=1, help="Only so many steps a part: a trial.")] = None,
    warehouse: Warehouse = DEFAULT,
) -> None:
    """Train the language model from treebanks and annotated names."""
    from pipelines import train_commands

    train_commands.train(treebanks, ner, out, warehouse, steps, encoder)


@app.command(name="train-reader")
def train_reader(
    encoder: Annotated[Path, typer.Option(help="A folder of pretrained weights.")],
    ner: Annotated[Path | None, typer.Option(help="A folder of the news that is annotated standing off.")] = None,
    out: Annotated[Path | None, typer.Option(help="Where it goes; default: the shipped one.")] = None,
    steps: Annotated[int | None, typer.Option(min=1, help="Only so many steps: a trial.")] = None,
) -> None:
    """Fit the second reader to the annotated reports."""
    from pipelines import train_commands

    train_commands.train_reader(encoder, ner, out, steps)


app.add_typer(service)


def main() -> None:
    """The console script: errors that a user can act on are one sentence and exit status 1."""
    from pipelines.failures import said

    with said():
        app()
