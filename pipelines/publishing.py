"""Publishing: judge the whole, build the database beside the old one, swap it in, put the files in place."""

from collections.abc import Mapping
from datetime import datetime

import pyarrow as pa

import seeds
from pipelines.records import Records
from pipelines.settings import Settings
from pipelines.steps import CheckFailed
from schemas import SEED_TABLES, TABLES
from warehouse.database import build, is_readable, put_scores, sql_files
from warehouse.lock import locked
from warehouse.mirror import manifest_at, mirror
from warehouse.quality import checks_over, sentence_of
from warehouse.report import write_banners, write_report
from warehouse.scores import keep_scores, scores_key
from warehouse.store import Store, described, key_of, write_bytes

KEY_FILE = "database.key"


def check_whole(store: Store, records: Records) -> None:
    """Judge the tables together by the SQL checks; raises CheckFailed naming the first critical one that fails.

    What concerns one batch alone is judged where the batch is new: what is published was judged when it was.
    """
    paths = {name: store.paths(name) for name in TABLES}
    rows = checks_over(paths, records.run_id, fresh=store.staged_batches())
    records.judge(rows)
    for row in rows:
        if not row["passed"] and row["severity"] == "critical":
            raise CheckFailed(sentence_of(row))


def publish(store: Store, settings: Settings) -> None:
    """Build the database over the staged and published files, swap it in, put the files in place, write the report.

    The key of the database comes last: a run that is broken off anywhere before is taken up by the next one.
    """
    for path in store.damaged_files():  # DuckDB does not look at the checksums of Parquet files
        raise pa.ArrowInvalid(f"{path}: a page does not have its checksum")
    scored = scores_key(store.root)  # what is kept while the database is built is the next one's to show
    build({name: store.paths(name) for name in TABLES}, settings.database)
    store.publish()
    write_report(settings.database, settings.report)
    write_bytes(store.published / KEY_FILE, database_key(store, scored).encode())
    store.sweep()


def publish_scores(settings: Settings, gold: str, counts: Mapping[str, tuple[int, int, int]], at: datetime) -> None:
    """Keep the figures of an evaluation, and put them into the database and the report where these are current.

    Raises WarehouseBusy, when they are kept, and shown by the next run that publishes.
    """
    store = Store(settings.root)
    is_current = is_published(store, settings)
    keep_scores(settings.root, gold, counts, at)
    if is_current:
        with locked(settings.root):
            scored = scores_key(store.root)
            put_scores(settings.database)
            write_banners(settings.database, settings.report)
            write_bytes(store.published / KEY_FILE, database_key(store, scored).encode())


def database_key(store: Store, scored: str = "") -> str:
    """What the database is made from, as a hash: every stored table, the scores beside them, the seeds and the SQL."""
    tables = (f"{name} {path.stem} {described(path).content}" for name in TABLES for path in store.paths(name))
    sql = (path.read_text(encoding="utf-8") for path in sql_files())
    return key_of([*tables, scored or scores_key(store.root), *(seeds.fingerprint(name) for name in SEED_TABLES), *sql])


def is_published(store: Store, settings: Settings) -> bool:
    """Whether the database shows what is stored."""
    key_file = store.published / KEY_FILE
    if not settings.database.exists() or not key_file.exists() or store.staged_files():
        return False
    return key_file.read_bytes() == database_key(store).encode() and is_readable(settings.database)


def mirror_published(store: Store, settings: Settings) -> None:
    """Copy the published files to the mirror that the settings name, if any; raises OSError, Unreachable."""
    if settings.mirror is not None:
        mirror({name: store.paths(name) for name in TABLES}, database_key(store), settings.mirror)


def is_mirrored(store: Store, settings: Settings) -> bool:
    """Whether the mirror, where there is one, holds what is stored."""
    return settings.mirror is None or manifest_at(settings.mirror).get("key") == database_key(store)
