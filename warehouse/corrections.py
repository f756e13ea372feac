"""The file in which analysts note corrections: corrections.csv in the warehouse folder."""

import csv
import hashlib
from pathlib import Path

import pyarrow as pa

from schemas.claims import CLAIMS
from schemas.corrections import AMENDABLE, CORRECTIONS_FILE, BadCorrection, typed

FILE = "corrections.csv"


def corrections_in(root: Path) -> pa.Table:
    """The corrections noted in that warehouse folder, none when there is no file; raises BadCorrection."""
    path = root / FILE
    if not path.exists():
        return CORRECTIONS_FILE.empty()
    with path.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.DictReader(lines)
        columns = [column.name for column in CORRECTIONS_FILE]
        if reader.fieldnames != columns:
            raise BadCorrection(f"{path}: the first line must be {','.join(columns)}")
        return CORRECTIONS_FILE.of([_row_of(row, f"{path}, line {reader.line_num}") for row in reader])


def version_of(root: Path) -> str:
    """SHA-256 of the file; empty when there is none."""
    path = root / FILE
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""


def _row_of(row: dict[str | None, str | list[str] | None], where: str) -> dict[str, object]:
    """The line's values in their types."""
    if None in row or None in row.values():
        raise BadCorrection(f"{where}: there are not as many values as columns")
    texts = {str(name): str(value).strip() or None for name, value in row.items()}
    try:
        made = {column.name: typed(column.name, texts[column.name], column) for column in CORRECTIONS_FILE}
        field = texts["field"]
        if texts["action"] == "amend":
            if field not in AMENDABLE:
                raise ValueError(f"field is one of {', '.join(AMENDABLE)}")
            typed(field, texts["value"], CLAIMS.column(field))
        elif field is not None:
            CLAIMS.column(field)
    except ValueError as error:
        raise BadCorrection(f"{where}: {error}") from error
    return made
