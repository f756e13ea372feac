"""The commands of a warehouse that is left alone: its schedule, its condition, what is kept of it."""

import os
from pathlib import Path
from typing import Annotated

import typer

service = typer.Typer()
Warehouse = Annotated[
    Path,
    typer.Option(
        "--warehouse", metavar="DIR", help="The folder of data/, attest.duckdb and report/.", envvar="ATTEST_WAREHOUSE"
    ),
]
DEFAULT = Path("warehouse")


@service.command()
def status(
    warehouse: Warehouse = DEFAULT,
    inbox: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Count what waits there; default: the inbox of the last run.")
    ] = None,
    max_age: Annotated[
        str | None, typer.Option(metavar="AGE", help="A run must have ended well so lately: 2h, 3d.")
    ] = None,
    min_free: Annotated[int, typer.Option(help="Megabytes that must be free on the disk.")] = 1000,
    output_format: Annotated[str, typer.Option("--format", help="text, json or prometheus.")] = "text",
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
) -> None:
    """Say how the warehouse is: last runs, age of the data, what waits, disk; exit 1 when something is wrong."""
    from pipelines import commands

    commands.status(warehouse, inbox, max_age, min_free * 1_000_000, "json" if as_json else output_format)


@service.command()
def serve(  # noqa: PLR0913, PLR0917 - each is an option
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[PATH]…", help="What each scheduled run receives.")
    ] = None,
    warehouse: Warehouse = DEFAULT,
    every: Annotated[str | None, typer.Option(help="An interval: 30m, 6h, 1d.")] = None,
    cron: Annotated[str | None, typer.Option(help="A cron expression, in UTC.")] = None,
    inbox: Annotated[
        Path | None, typer.Option(metavar="DIR", help="A folder whose files are taken once they are whole.")
    ] = None,
    feeds: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A TOML file that names RSS and Atom feeds.")
    ] = None,
    port: Annotated[int, typer.Option(help="The port of Prefect's pages on loopback; 0 takes a free one.")] = 4200,
    notify_command: Annotated[
        str | None,
        typer.Option(metavar="COMMAND", envvar="ATTEST_NOTIFY_COMMAND", help="Is given each message as JSON."),
    ] = None,
    notify_url: Annotated[
        str | None,
        typer.Option(metavar="URL", envvar="ATTEST_NOTIFY_URL", help="Each message is posted there as JSON."),
    ] = None,
    watch: Annotated[
        list[str] | None, typer.Option(metavar="QUERY", help="Tell of its new rows: a file.sql or a bundled query.")
    ] = None,
) -> None:
    """Run on a schedule until stopped; one run at a time."""
    from pipelines import commands
    from pipelines.sources import Sources

    told = {
        "ATTEST_NOTIFY_COMMAND": notify_command,
        "ATTEST_NOTIFY_URL": notify_url,
        "ATTEST_WATCH": os.pathsep.join(watch or []),
    }
    os.environ.update({name: value for name, value in told.items() if value})
    commands.serve(Sources(paths or [], inbox, feeds), warehouse, every, cron, port)


@service.command()
def prune(
    keep: Annotated[str, typer.Option(metavar="AGE", help="How long what nothing cites is kept: 90d.")],
    warehouse: Warehouse = DEFAULT,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be dropped.")] = False,
) -> None:
    """Drop old documents that no event cites and old records of runs, and put small batches together."""
    from pipelines import commands

    commands.prune(warehouse, keep, dry_run)


@service.command()
def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the backup is written, as a tar file.")],
    warehouse: Warehouse = DEFAULT,
) -> None:
    """Write everything that cannot be made again into one file, with a hash of each part."""
    from pipelines import commands

    commands.backup(warehouse, file)


@service.command()
def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A backup.")],
    warehouse: Warehouse = DEFAULT,
) -> None:
    """Make a warehouse from a backup, in a folder that holds none, and publish it."""
    from pipelines import commands

    commands.restore(warehouse, file)
