"""The mirror: the published tables copied to an address such as s3://bucket/folder, for readers with any engine.

Objects are named for what they hold and never written over; the manifest is put in place last. Whoever reads the files
that a manifest names sees one state of the warehouse, and so does who began with the manifest before it.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from warehouse.remote import answered, system_of
from warehouse.store import described

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Mirrored:
    """How many objects were sent, stood there already, and were removed."""

    sent: int
    kept: int
    removed: int


def mirror(paths: Mapping[str, Sequence[Path]], key: str, address: str) -> Mirrored:
    """Copy the files of the tables to the address, under a manifest of that key; raises OSError, Unreachable.

    What the manifest before named stays until the next mirroring, for readers who are not done with it.
    """
    system, folder = system_of(address)
    before = manifest_at(address)
    files = {_object_of(table, path): path for table, each in paths.items() for path in each}
    there = {name for names in before.get("tables", {}).values() for name in names}
    missing = [name for name in files if name not in there]
    with answered(address):
        for name in missing:
            system.put_file(str(files[name]), f"{folder}/{name}")
    tables = {table: sorted(_object_of(table, path) for path in each) for table, each in paths.items()}
    manifest = {"key": key, "tables": tables, "superseded": sorted(there - files.keys())}
    system.pipe_file(f"{folder}/{MANIFEST}", json.dumps(manifest, indent=1).encode())
    done_with = [name for name in before.get("superseded", ()) if name not in files]
    for name in done_with:
        if system.exists(f"{folder}/{name}"):
            system.rm_file(f"{folder}/{name}")
    return Mirrored(len(missing), len(files) - len(missing), len(done_with))


def manifest_at(address: str) -> dict[str, Any]:
    """A mirror's manifest: its key, the objects of every table, those it superseded; empty where none can be read."""
    system, folder = system_of(address)
    try:
        with answered(address):
            content = system.cat_file(f"{folder}/{MANIFEST}")
    except FileNotFoundError:
        return {}
    try:
        return dict(json.loads(content))
    except (ValueError, TypeError):  # damaged: everything is sent again
        return {}


def _object_of(table: str, path: Path) -> str:
    return f"{table}/{path.stem}-{described(path).content[:16]}.parquet"
