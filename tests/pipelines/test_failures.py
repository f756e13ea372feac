"""Failures: what a user can act on is one sentence and exit status 1, and nothing else is hidden."""

from pathlib import Path

import pytest

import seeds
from pipelines.commands import BadSetting, NoWarehouse, UnfinishedRun, UnknownTable
from pipelines.failures import said
from pipelines.steps import CheckFailed
from schemas.table import ContractError
from warehouse.damage import DamagedFile
from warehouse.finding import NoSuchPath
from warehouse.lock import WarehouseBusy

FORESEEN = [
    BadSetting, CheckFailed, DamagedFile, NoSuchPath, NoWarehouse, PermissionError, UnfinishedRun, UnknownTable,
    WarehouseBusy,
]  # fmt: skip


@pytest.mark.parametrize("kind", FORESEEN)
def test_a_foreseen_failure_is_one_sentence(kind: type[Exception], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="1"), said():
        raise kind("a.parquet: the file\n  is damaged")
    assert capsys.readouterr().err == "attest: a.parquet: the file is damaged\n"


def test_a_mistake_of_ours_shows_its_trace() -> None:
    with pytest.raises(ValueError, match="ours"), said():
        raise ValueError("ours")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"outlet_code,nam\xff", "ranks.csv: no CSV in UTF-8"),
        (b"a,b\n1,2\n", "ranks.csv: the columns are"),
    ],
)
def test_a_broken_seed_file_is_named(content: bytes, sentence: str, tmp_path: Path) -> None:
    (tmp_path / "ranks.csv").write_bytes(content)
    with pytest.raises(ContractError, match=sentence):
        seeds._load("ranks", tmp_path / "ranks.csv")
