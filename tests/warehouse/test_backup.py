"""Backups: what comes back is what was written, or the file is refused and nothing is written."""

import io
import json
import tarfile
from pathlib import Path

import pytest

from schemas import TABLES
from tests.rows import rows_of
from warehouse.backup import BadBackup, read_backup, write_backup
from warehouse.lock import HalfRestored, WarehouseBusy, locked
from warehouse.store import Store


@pytest.fixture
def root(tmp_path: Path) -> Path:
    store = Store(tmp_path / "warehouse")
    for table in ("landed", "claims"):
        store.write(TABLES[table], "b", rows_of(TABLES[table]), "k", staged=False)
    for name in ("corrections.csv", "data/feeds/a.json", "data/journal/2026-01.jsonl", "data/inbox/taken.jsonl"):
        put(store.root / name)
    for name in (
        "attest.duckdb",
        "report/index.html",
        "data/prefect/prefect.db",
        "data/prefect.log",
        "data/lock",
        "data/prefect.password",
    ):
        put(store.root / name)
    put(store.root / "data/prefect.password")
    put(store.root / "data/gazetteer-ab/names.bin")
    put(store.root / "data/landed/batch=c.parquet.tmp")
    return store.root


def put(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(path.name, encoding="utf-8")


def contents(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_what_cannot_be_made_again_comes_back(root: Path, tmp_path: Path) -> None:
    count, size = write_backup(root, tmp_path / "b" / "w.tar")
    read_backup(tmp_path / "b" / "w.tar", tmp_path / "other")
    back = contents(tmp_path / "other")
    del back["data/lock"]  # the restoring process's own
    assert back == {name: content for name, content in contents(root).items() if name in back}
    assert sorted(back) == [
        "corrections.csv",
        "data/claims/batch=b.parquet",
        "data/feeds/a.json",
        "data/inbox/taken.jsonl",
        "data/journal/2026-01.jsonl",
        "data/landed/batch=b.parquet",
    ]
    assert (count, size) == (6, (tmp_path / "b" / "w.tar").stat().st_size)
    assert [path.name for path in (tmp_path / "b").iterdir()] == ["w.tar"]


def test_a_warehouse_is_not_written_over(root: Path, tmp_path: Path) -> None:
    write_backup(root, tmp_path / "w.tar")
    with pytest.raises(BadBackup, match="stands there already"):
        read_backup(tmp_path / "w.tar", root)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.7, 0.99])
def test_a_backup_that_breaks_off_writes_nothing(share: float, root: Path, tmp_path: Path) -> None:
    write_backup(root, tmp_path / "w.tar")
    content = (tmp_path / "w.tar").read_bytes()
    end = content.rindex(b'"sha256"')  # behind it stand zeros, which may go
    (tmp_path / "w.tar").write_bytes(content[: int(end * share)])
    with pytest.raises(BadBackup):
        read_backup(tmp_path / "w.tar", tmp_path / "other")
    assert not (tmp_path / "other").exists()


def test_a_restore_that_broke_off_is_done_again_and_nothing_else_before(root: Path, tmp_path: Path) -> None:
    write_backup(root, tmp_path / "w.tar")
    other = tmp_path / "other"
    for name in ("data/restoring", "data/claims/batch=half.parquet"):
        put(other / name)
    with pytest.raises(HalfRestored, match="broken off there; `attest restore`"), locked(other):
        pass
    read_backup(tmp_path / "w.tar", other)
    with locked(other):
        assert Store(other).batches("landed") == ["b"]
    assert Store(other).batches("claims") == ["b"]  # and what the broken restore wrote beside it is gone


def test_nothing_is_restored_into_a_warehouse_at_work(root: Path, tmp_path: Path) -> None:
    write_backup(root, tmp_path / "w.tar")
    with locked(tmp_path / "other"), pytest.raises(WarehouseBusy, match="is writing to this warehouse"):
        read_backup(tmp_path / "w.tar", tmp_path / "other")
    assert Store(tmp_path / "other").batches("landed") == []


def test_a_part_that_changed_is_named(root: Path, tmp_path: Path) -> None:
    (root / "corrections.csv").write_text("told of a film", encoding="utf-8")
    write_backup(root, tmp_path / "w.tar")
    content = (tmp_path / "w.tar").read_bytes()
    (tmp_path / "w.tar").write_bytes(content.replace(b"told of a film", b"told of a farm"))
    with pytest.raises(BadBackup, match=r"corrections\.csv is missing or damaged"):
        read_backup(tmp_path / "w.tar", tmp_path / "other")
    assert not (tmp_path / "other").exists()


@pytest.mark.parametrize("name", ["../out.txt", "/etc/out", "data/../../out.txt", "report/index.html"])
def test_a_backup_writes_nowhere_else(name: str, tmp_path: Path) -> None:
    manifest = json.dumps({"format": 1, "sha256": {name: "0" * 64}}).encode()
    with tarfile.open(tmp_path / "w.tar", "w") as archive:
        for member, content in (("manifest.json", manifest), (name, b"x")):
            info = tarfile.TarInfo(member)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    with pytest.raises(BadBackup, match="is no file of a warehouse"):
        read_backup(tmp_path / "w.tar", tmp_path / "other")
    assert [path.name for path in tmp_path.iterdir()] == ["w.tar"]


def test_a_backup_of_another_format_is_refused(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "w.tar", "w") as archive:
        content = b'{"format": 2, "sha256": {}}'
        info = tarfile.TarInfo("manifest.json")
        info.size = len(content)
        archive.addfile(info, io.BytesIO(content))
    with pytest.raises(BadBackup, match="another version"):
        read_backup(tmp_path / "w.tar", tmp_path / "other")
