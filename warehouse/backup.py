"""Backups: what cannot be made again, in one tar file with a hash of every part."""

import hashlib
import io
import json
import os
import tarfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from warehouse.lock import RESTORING, held, is_half_restored
from warehouse.store import write_bytes

MANIFEST = "manifest.json"
# Left out: what is made from the rest (the database, the report, compiled gazetteers), Prefect's own, and scratch.
LEFT_OUT = ("prefect", "gazetteer-", "staged", "spill", "lock", "prefect.log", "prefect.password", "database.key")
FORMAT = 1


class BadBackup(ValueError):
    """A file that is no backup, or no longer what it was; or a folder that holds a warehouse already."""


def write_backup(root: Path, file: Path) -> tuple[int, int]:
    """Write the backup beside and rename it into place; how many files it holds and its size in bytes."""
    beside = file.with_name(file.name + ".tmp")
    hashes: dict[str, str] = {}
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with tarfile.open(beside, "w") as archive:
            for path in _kept_files(root):
                content = path.read_bytes()
                hashes[str(path.relative_to(root))] = hashlib.sha256(content).hexdigest()
                _add(archive, str(path.relative_to(root)), content, path.stat().st_mtime)
            manifest = json.dumps({"format": FORMAT, "sha256": hashes}, indent=1).encode()
            _add(archive, MANIFEST, manifest, 0)
        with beside.open("rb") as written:
            os.fsync(written.fileno())
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
    return len(hashes), file.stat().st_size


def read_backup(file: Path, root: Path) -> None:
    """Put the backup's files in place, after every one of them was found to be what it was.

    Raises BadBackup and WarehouseBusy. One that is broken off can be done again, and nothing else can until it was.
    """
    try:
        with tarfile.open(file, "r") as archive:
            hashes = _manifest_of(archive, file)
            for _ in _members_of(archive, file, hashes):  # everything is looked at before anything is written
                pass
            with held(root):
                if any((root / "data").glob("*/batch=*.parquet")) and not is_half_restored(root):
                    raise BadBackup(f"{root}: a warehouse stands there already; restore into another folder")
                write_bytes(root / "data" / RESTORING, str(file).encode())
                for path in (root / "data").glob("*/batch=*.parquet"):  # of a restore that broke off
                    path.unlink()
                for name, content in _members_of(archive, file, hashes):
                    write_bytes(root / name, content)
                (root / "data" / RESTORING).unlink()
    except (tarfile.TarError, EOFError) as error:
        raise BadBackup(f"{file}: no backup that can be read: {error}") from error


def _kept_files(root: Path) -> Iterator[Path]:
    corrections = root / "corrections.csv"
    if corrections.exists():
        yield corrections
    for path in sorted((root / "data").rglob("*")):
        first = path.relative_to(root / "data").parts[0]
        is_scratch = path.suffix in (".tmp", ".damaged") or any(
            first == name or (name.endswith("-") and first.startswith(name)) for name in LEFT_OUT
        )
        if path.is_file() and not path.is_symlink() and not is_scratch:
            yield path


def _add(archive: tarfile.TarFile, name: str, content: bytes, changed_at: float) -> None:
    member = tarfile.TarInfo(name)
    member.size, member.mtime, member.mode = len(content), int(changed_at), 0o600
    archive.addfile(member, io.BytesIO(content))


def _manifest_of(archive: tarfile.TarFile, file: Path) -> dict[str, str]:
    try:
        opened = archive.extractfile(MANIFEST)
        said = json.loads(opened.read() if opened else b"")
        if said["format"] != FORMAT:
            raise BadBackup(f"{file}: written by another version of attest, in format {said['format']}")
        return dict(said["sha256"])
    except BadBackup:
        raise
    except (KeyError, ValueError, TypeError) as error:
        raise BadBackup(f"{file}: no backup: it has no {MANIFEST} that can be read") from error


def _members_of(archive: tarfile.TarFile, file: Path, hashes: dict[str, str]) -> Iterator[tuple[str, bytes]]:
    """Every file that the manifest names, as it was; raises BadBackup for any that is not, or is somewhere else."""
    for name, digest in hashes.items():
        parts = PurePosixPath(name).parts
        if PurePosixPath(name).is_absolute() or ".." in parts or parts[0] not in ("data", "corrections.csv"):
            raise BadBackup(f"{file}: {name} is no file of a warehouse")
        try:
            opened = archive.extractfile(name)
        except KeyError:
            opened = None
        content = None if opened is None else opened.read()
        if content is None or hashlib.sha256(content).hexdigest() != digest:
            raise BadBackup(f"{file}: {name} is missing or damaged")
        yield name, content
