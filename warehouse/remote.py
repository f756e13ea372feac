"""Files at addresses such as s3://bucket/folder: which there are, how large, and what a sidecar beside one says."""

import glob
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any


class Unreachable(ValueError):
    """An address that leads to no file system, or to one that does not answer."""


def byte_counts_at(address: str) -> dict[str, int]:
    """Every file below an address, or that a pattern matches, with its size; raises Unreachable."""
    system, path = system_of(address)
    try:
        with answered(address):
            found = system.glob(path, detail=True) if glob.has_magic(path) else system.find(path, detail=True)
    except FileNotFoundError:
        return {}
    except OSError as error:  # no permission, no bucket
        raise Unreachable(f"{address}: {error}") from error
    return {
        str(system.unstrip_protocol(name)): int(found[name]["size"] or 0)
        for name in sorted(found)
        if found[name]["type"] == "file"
    }


@contextmanager
def answered(address: str) -> Iterator[None]:
    """Turn what a file system's own library raises into Unreachable; OSError says enough by itself."""
    try:
        yield
    except (OSError, ValueError):
        raise
    except Exception as error:  # each library has failures of its own: no credentials, no answer
        raise Unreachable(f"{address}: {type(error).__name__}: {error}") from error


def sidecars_among(files: Iterable[str]) -> set[str]:
    """Those addresses of .json files that stand beside a page: page.txt.json or page.json beside page.txt."""
    names = {name for name in files if "://" in name}
    possible = {sidecar for page in names if not page.endswith(".json") for sidecar in _sidecars_of(page)}
    return names & possible


def said_beside(page: str) -> dict[str, object]:
    """What the first sidecar that is there says of a page at an address; nothing where none is."""
    system, _ = system_of(page)
    for sidecar in _sidecars_of(page):
        if system.exists(sidecar):
            said = json.loads(system.cat_file(sidecar))
            if not isinstance(said, dict):
                raise ValueError(f"the sidecar {sidecar.rpartition('/')[2]} holds no object with fields")
            return said
    return {}


def _sidecars_of(page: str) -> list[str]:
    bare = page.removesuffix(".gz").removesuffix(".zst")
    return [f"{page}.json", f"{bare.rpartition('.')[0]}.json"]


def system_of(address: str) -> tuple[Any, str]:
    """The file system of an address, and the path in it; raises Unreachable."""
    import fsspec

    try:
        system, path = fsspec.core.url_to_fs(address)
    except (ImportError, ValueError) as error:  # the file system's package is an extra, or there is none of that name
        raise Unreachable(f"{address}: {error}; s3:// needs pip install 'attest[s3]'") from error
    return system, str(path)
