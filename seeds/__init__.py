"""What is known beforehand: seed tables, the bundled articles, the models, as files of this package."""

import csv
import hashlib
from functools import cache
from pathlib import Path

import pyarrow as pa

from schemas import SEED_TABLES
from schemas.table import ContractError, conform

FOLDER = Path(__file__).parent
ARTICLES = FOLDER / "articles"
MODEL = FOLDER / "model"
SECOND_READER = FOLDER / "second_reader"


def load(name: str) -> pa.Table:
    """The seed table of that name; raises ContractError naming file and column when the file breaks its declaration."""
    return _load(name, FOLDER / f"{name}.csv")


@cache
def _load(name: str, path: Path) -> pa.Table:
    table = SEED_TABLES[name]
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        columns = [column.name for column in table]
        try:
            if reader.fieldnames != columns:
                raise ContractError(f"{path.name}: the columns are {reader.fieldnames}, not {columns}")
            rows = [{key: value or None for key, value in row.items()} for row in reader]
        except (UnicodeDecodeError, csv.Error) as error:
            raise ContractError(f"{path.name}: no CSV in UTF-8: {error}") from error
    loose = pa.Table.from_pylist(rows, schema=pa.schema([(name, pa.string()) for name in columns]))
    return conform(loose, table)


def fingerprint(name: str) -> str:
    """SHA-256 of a seed file, or of every file of a seed folder with its path."""
    digest = hashlib.sha256()
    path = FOLDER / name
    files = sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path.with_suffix(".csv")]
    for file in files:
        digest.update(str(file.relative_to(FOLDER)).encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()
