"""Where tables are kept: one Parquet file a table and batch, staged first, then published by renaming."""

import errno
import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from schemas import TABLES
from schemas.table import Table, conform
from warehouse.content import content_of

GONE = "batch=*.gone"  # marks of files that go
CORPUS = "corpus"  # the batch id of what is computed over every batch
KEPT = {"landed"}  # what no stage makes
KEY = b"attest.key"
CONTENT = b"attest.content"


@dataclass(frozen=True, slots=True)
class Stored:
    """What a file says of itself: what it was made from, what it holds, and how many rows."""

    path: Path
    key: str
    content: str
    row_count: int


@dataclass(frozen=True, slots=True)
class Store:
    """The Parquet files under one warehouse folder.

    A staged file stands in for the published one of the same table and batch until `publish` renames it into place.
    """

    root: Path

    @property
    def published(self) -> Path:
        """The folder of the tables that were checked."""
        return self.root / "data"

    @property
    def staged(self) -> Path:
        """The folder of the tables that wait for their checks."""
        return self.root / "data" / "staged"

    def path_of(self, table: str, batch_id: str, *, staged: bool = False) -> Path:
        """Where that table keeps that batch."""
        return (self.staged if staged else self.published) / table / f"batch={batch_id}.parquet"

    def current(self, table: str, batch_id: str) -> Path | None:
        """The file to read: the staged one, else the published one, else none."""
        for staged in (True, False):
            path = self.path_of(table, batch_id, staged=staged)
            if path.exists():
                return path
        return None

    def stored(self, table: str, batch_id: str) -> Stored | None:
        """What the file to read says of itself."""
        path = self.current(table, batch_id)
        try:
            return None if path is None else described(path)
        except pa.ArrowInvalid:  # a damaged file counts as none, so that its stage makes it again
            return None

    def batches(self, table: str = "landed") -> list[str]:
        """The ids of the batches of a table, sorted."""
        folders = (self.published / table, self.staged / table)
        found = {path.stem.removeprefix("batch=") for folder in folders for path in folder.glob("batch=*.parquet")}
        return sorted(found - {path.stem.removeprefix("batch=") for path in (self.staged / table).glob(GONE)})

    def paths(self, table: str) -> list[Path]:
        """The files to read of a table, in order of their batch."""
        return [path for batch_id in self.batches(table) if (path := self.current(table, batch_id))]

    def read(self, table: str, batch_id: str) -> pa.Table:
        """The rows of one batch; raises FileNotFoundError."""
        path = self.current(table, batch_id)
        if path is None:
            raise FileNotFoundError(f"{table}: no batch {batch_id}")
        return pq.read_table(path, partitioning=None, page_checksum_verification=True)

    def write(self, table: Table, batch_id: str, rows: pa.Table, key: str, *, staged: bool = True) -> Stored:
        """Conform the rows, write them beside and rename them into place; raises ContractError."""
        rows = conform(rows, table).combine_chunks()
        content = content_of(rows)
        metadata = {**(rows.schema.metadata or {}), KEY: key.encode(), CONTENT: content.encode()}
        path = self.path_of(table.name, batch_id, staged=staged)
        write_parquet(rows.replace_schema_metadata(metadata), path)
        return Stored(path, key, content, rows.num_rows)

    def staged_files(self) -> list[Path]:
        """Every file that waits to be published, and every mark of one that goes when that is done."""
        return sorted([*self.staged.rglob("batch=*.parquet"), *self.staged.rglob(GONE)])

    def drop(self, table: str, batch_id: str) -> None:
        """Mark a published file as gone: it is read no more, and removed when what stands in for it is published."""
        if self.path_of(table, batch_id).exists():
            write_bytes(self.path_of(table, batch_id, staged=True).with_suffix(".gone"), b"")

    def staged_batches(self) -> set[str]:
        """The batches of which something waits to be published."""
        return {path.stem.removeprefix("batch=") for path in self.staged_files()}

    def publish(self) -> int:
        """Rename every staged file over its published one, then remove what is marked as gone; returns how many."""
        files = self.staged_files()
        for path in sorted(files, key=lambda file: file.suffix == ".gone"):
            target = self.published / path.relative_to(self.staged)
            if path.suffix == ".gone":
                target.with_suffix(".parquet").unlink(missing_ok=True)
                path.unlink()
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                path.replace(target)
        return len(files)

    def damaged_files(self) -> Iterator[Path]:
        """Every stored file that cannot be read whole, checksums included."""
        for path in sorted(self.published.rglob("batch=*.parquet")):
            try:
                with pq.ParquetFile(path, page_checksum_verification=True) as file:
                    for _ in file.iter_batches():
                        pass
            except (pa.ArrowException, OSError) as error:
                if is_of_content(error):
                    yield path

    def set_aside(self, path: Path) -> bool:
        """Rename a damaged file so that the next run makes it again; false where nothing else holds what it held."""
        table, batch_id = path.parent.name, path.stem.removeprefix("batch=")
        stage, _, of_batch = batch_id.partition("-")
        if table == "rejects" and stage != "landed":  # its stage makes it, which looks for its first table only
            for staged in (True, False):
                self.path_of(stage, of_batch, staged=staged).unlink(missing_ok=True)
        elif table == "rejects" or table in KEPT or TABLES[table].per == "run":
            return False
        path.replace(path.with_suffix(".damaged"))
        return True

    def drop_derived(self) -> None:
        """Remove the staged results over every batch: DuckDB, which their inputs were read with, knows no checksums."""
        for path in self.staged.rglob("batch=*.parquet"):
            if path.stem.endswith(CORPUS) or TABLES[path.parent.name].per == "run":
                path.unlink()

    def sweep(self) -> None:
        """Remove what an interrupted write left, and what was set aside."""
        folders = (self.published.rglob, (self.root / "report").rglob, self.root.glob)
        for path in [path for found in folders for kind in ("*.tmp", "*.damaged") for path in found(kind)]:
            path.unlink(missing_ok=True)

    def forget(self, table: str) -> None:
        """Stage the table's files without their keys, so that the next run makes them again."""
        for batch_id in self.batches(table):
            rows = self.read(table, batch_id)
            write_parquet(rows.replace_schema_metadata(None), self.path_of(table, batch_id, staged=True))


def described(path: Path) -> Stored:
    """What a Parquet file of the store says of itself."""
    footer = pq.read_metadata(path)
    metadata = footer.metadata or {}
    return Stored(path, metadata.get(KEY, b"").decode(), metadata.get(CONTENT, b"").decode(), footer.num_rows)


def write_parquet(rows: pa.Table, path: Path) -> None:
    """Write beside and rename, so that a reader never sees half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with written_beside(path) as beside:
        pq.write_table(rows, beside, compression="zstd", write_page_checksum=True)
        with beside.open("rb") as written:
            os.fsync(written.fileno())


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file beside and rename it into place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with written_beside(path) as beside:
        beside.write_bytes(content)


@contextmanager
def written_beside(path: Path) -> Iterator[Path]:
    """Where a file is written before it is renamed into place, by no other process; nothing stays where that fails.

    Raises OSError that names the file.
    """
    beside = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        yield beside
        beside.replace(path)
    except BaseException as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.errno is not None:
            raise OSError(error.errno, os.strerror(error.errno), str(path)) from error
        raise


def is_of_content(error: Exception) -> bool:
    """Whether a failure may lie in what a file holds, and not in the system: a full disk, too many open files."""
    return not isinstance(error, OSError) or error.errno in (None, errno.EIO)


def key_of(parts: Iterable[str]) -> str:
    """SHA-256 over what a result was made from."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode())
        digest.update(b"\x1f")
    return digest.hexdigest()


def column_in(paths: Iterable[Path], *names: str) -> Iterator[tuple[object, ...]]:
    """The values of a few columns, file by file, without reading the others."""
    for path in paths:
        rows = pq.read_table(path, columns=list(names), partitioning=None, page_checksum_verification=True)
        yield from zip(*(rows[name].to_pylist() for name in names), strict=True)
