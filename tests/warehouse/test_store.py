"""The store: staged before published, whole or not at all, the same bytes for the same rows."""

import re
from pathlib import Path

import pyarrow as pa
import pytest

from schemas.records import REJECTS, Reject, reject_rows
from schemas.table import ContractError
from warehouse.content import content_of
from warehouse.damage import DamagedFile, naming_damage
from warehouse.lock import WarehouseBusy, locked
from warehouse.store import Store, described, write_parquet

ROWS = reject_rows([Reject("documents", None, "a.txt", "too_short", "3 characters")])


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


def test_a_staged_file_stands_in_until_it_is_published(store: Store) -> None:
    store.write(REJECTS, "b1", ROWS, "key 1", staged=False)
    store.write(REJECTS, "b1", ROWS.slice(0, 0), "key 2")
    assert store.read("rejects", "b1").num_rows == 0
    assert described(store.path_of("rejects", "b1")).key == "key 1"
    assert store.publish() == 1
    assert described(store.path_of("rejects", "b1")).key == "key 2"
    assert store.staged_files() == []


def test_a_file_says_what_it_was_made_from(store: Store) -> None:
    store.write(REJECTS, "b1", ROWS, "the key")
    stored = store.stored("rejects", "b1")
    assert stored is not None
    assert (stored.key, stored.row_count, stored.content) == (
        "the key",
        1,
        content_of(store.read("rejects", "b1").cast(REJECTS.schema)),
    )


def test_the_same_rows_are_the_same_bytes(store: Store) -> None:
    chunked = pa.concat_tables([ROWS, ROWS])
    paths = [
        store.write(REJECTS, name, rows, "k").path for name, rows in (("a", chunked), ("b", chunked.combine_chunks()))
    ]
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_rows_that_break_the_contract_are_not_written(store: Store) -> None:
    with pytest.raises(ContractError, match=r"rejects\.stage: 1 nulls"):
        store.write(REJECTS, "b1", ROWS.set_column(0, "stage", pa.array([None], pa.string())), "k")
    assert store.paths("rejects") == []


def test_a_forgotten_table_is_there_but_has_no_key(store: Store) -> None:
    store.write(REJECTS, "b1", ROWS, "k", staged=False)
    store.forget("rejects")
    stored = store.stored("rejects", "b1")
    assert stored is not None
    assert (stored.key, stored.row_count) == ("", 1)


def test_what_an_interrupted_write_left_is_swept(store: Store) -> None:
    store.write(REJECTS, "b1", ROWS, "k")
    left = store.path_of("rejects", "b2").with_suffix(".parquet.tmp")
    left.parent.mkdir(parents=True, exist_ok=True)
    left.write_bytes(b"half")
    store.sweep()
    assert not left.exists()
    assert store.batches("rejects") == ["b1"]


def test_a_missing_batch_is_an_error(store: Store) -> None:
    with pytest.raises(FileNotFoundError, match="rejects: no batch b9"):
        store.read("rejects", "b9")


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(WarehouseBusy, match="is writing to this warehouse"), locked(tmp_path):
        pass
    with locked(tmp_path):
        assert (tmp_path / "data" / "lock").exists()


def test_a_file_without_its_end_counts_as_none(store: Store) -> None:
    """Its stage then makes it again."""
    store.write(REJECTS, "b", ROWS, "k", staged=False)
    path = store.path_of("rejects", "b")
    path.write_bytes(path.read_bytes()[:100])
    assert store.stored("rejects", "b") is None


@pytest.mark.parametrize(
    ("table", "remedy"),
    [
        ("claims", "remove it and run again"),  # made from what was received
        ("landed", "restore it from a backup"),  # made from nothing else
    ],
)
def test_a_damaged_file_is_named_with_its_remedy(store: Store, table: str, remedy: str) -> None:
    path = store.path_of(table, "b")
    write_parquet(ROWS, path)
    content = bytearray(path.read_bytes())
    content[40] ^= 0xFF  # one bit of a page, far from the footer
    path.write_bytes(bytes(content))
    with pytest.raises(DamagedFile, match=f"{re.escape(str(path))}: .*{remedy}"), naming_damage(store):
        store.read(table, "b")


def test_what_a_damaged_file_may_have_been_read_for_is_made_again(store: Store) -> None:
    """Results over every batch that wait to be published: the values of a damaged page may be in them."""
    claims = store.path_of("claims", "b")
    write_parquet(ROWS, claims)
    for table, batch_id in (
        ("events", "corpus"),
        ("rejects", "events-corpus"),
        ("claim_history", "r1"),
        ("claims", "c"),
    ):
        write_parquet(ROWS, store.path_of(table, batch_id, staged=True))
    claims.write_bytes(b"no Parquet")
    with pytest.raises(DamagedFile), naming_damage(store, set_aside=True):
        raise pa.ArrowInvalid("a page does not have its checksum")
    assert [path.parent.name for path in store.staged_files()] == ["claims"]


def test_a_failure_with_sound_files_is_not_blamed_on_them(store: Store) -> None:
    write_parquet(ROWS, store.path_of("claims", "b"))
    with pytest.raises(PermissionError), naming_damage(store):
        raise PermissionError("no")


@pytest.mark.parametrize(
    ("table", "batch_id", "remedy", "left"),
    [
        ("claims", "b", "the next run makes it again", []),
        ("rejects", "claims-b", "the next run makes it again", []),  # and so are the claims, whose step wrote it
        ("rejects", "landed-b", "restore it from a backup", ["claims", "rejects"]),
        ("landed", "b", "restore it from a backup", ["claims", "landed"]),
        ("runs", "b", "restore it from a backup", ["claims", "runs"]),
    ],
)
def test_a_run_sets_aside_what_can_be_made_again(
    store: Store, table: str, batch_id: str, remedy: str, left: list[str]
) -> None:
    write_parquet(ROWS, store.path_of("claims", "b"))
    path = store.path_of(table, batch_id)
    write_parquet(ROWS, path)
    path.write_bytes(b"no Parquet")
    with pytest.raises(DamagedFile, match=remedy), naming_damage(store, set_aside=True):
        raise pa.ArrowInvalid("a page does not have its checksum")
    assert sorted(file.parent.name for file in store.published.rglob("*.parquet")) == left
    store.sweep()
    assert not list(store.root.rglob("*.damaged"))
