"""`attest tables`: what there is to ask, each with its sentence."""

from pathlib import Path

from rich.console import Console
from rich.table import Table

from pipelines.commands import UnknownTable
from warehouse.sql import columns_in, tables_in


def tables_listed(database: Path) -> None:
    """Print every table and view with its sentence."""
    shown = Table("name", "kind", "rows", "what a row is", show_lines=False)
    for row in tables_in(database):
        shown.add_row(*("" if value is None else str(value) for value in row))
    Console().print(shown)


def columns_listed(database: Path, name: str) -> None:
    """Print the columns of a table or view; raises UnknownTable."""
    rows = columns_in(database, name)
    if not rows:
        raise UnknownTable(f"{name}: no such table or view; `attest tables` lists them")
    shown = Table("column", "type", "what it means", show_lines=False)
    for row in rows:
        shown.add_row(*("" if value is None else str(value) for value in row))
    Console().print(shown)
