"""Damage: a stored file that cannot be read is named with its remedy, and set aside where it can be made again."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa

from schemas import TABLES
from warehouse.store import KEPT, Store, is_of_content


class DamagedFile(RuntimeError):
    """A stored file that cannot be read any more."""


@contextmanager
def naming_damage(store: Store, *, set_aside: bool = False) -> Iterator[None]:
    """Turn a failure to read into DamagedFile where a stored file is the cause; set those aside that are made again."""
    try:
        yield
    except (duckdb.Error, pa.ArrowException, OSError) as error:
        damaged = list(store.damaged_files()) if is_of_content(error) else []
        if not damaged:
            raise
        if set_aside:
            store.drop_derived()
        left = [path for path in damaged if not (set_aside and store.set_aside(path))]
        if not left:
            remedy = "it is set aside, and the next run makes it again"
        elif all(_is_made(path) for path in left):
            remedy = "remove it and run again"
        else:
            left = [path for path in left if not _is_made(path)]
            remedy = "restore it from a backup"
        named, more = (left or damaged)[0], f" (and {len(damaged) - 1} more)" if len(damaged) > 1 else ""
        raise DamagedFile(f"{named}{more}: the file is damaged; {remedy}") from error


def _is_made(path: Path) -> bool:
    table = path.parent.name
    return table not in KEPT and TABLES[table].per != "run" and not path.stem.startswith("batch=landed-")
