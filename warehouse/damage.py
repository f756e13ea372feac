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
        for path in list(store.damaged_files()) if is_of_content(error) else ():
            if set_aside and store.set_aside(path):
                remedy = "it is set aside, and the next run makes it again"
            else:
                remedy = "remove it and run again" if _is_made(path) else "restore it from a backup"
            raise DamagedFile(f"{path}: the file is damaged; {remedy}") from error
        raise


def _is_made(path: Path) -> bool:
    table = path.parent.name
    return table not in KEPT and TABLES[table].per != "run" and not path.stem.startswith("batch=landed-")
