"""Commands: what a user gets wrong is said in one sentence."""

from pathlib import Path
from typing import Any

import pytest

from pipelines.commands import BadSetting, UnfinishedRun, build, settings_of
from pipelines.resources import NoModel, seed_version
from pipelines.settings import Settings
from schemas.raw_documents import RAW_DOCUMENTS
from stages import STAGES
from warehouse.store import Store, write_parquet


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"batch_size": 0}, "batch_size 0: Input should be greater than or equal to 1"),
        ({"max_bytes": 5}, "max_bytes 5: Input should be greater than or equal to 1000"),
        ({"workers": -1}, "workers -1: Input should be greater than or equal to 1"),
    ],
)
def test_a_setting_out_of_bounds_is_named(given: dict[str, Any], sentence: str, tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match=f"^{sentence}$"):
        settings_of(tmp_path, given)


def test_a_variable_out_of_bounds_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATTEST_BATCH_SIZE", "many")
    with pytest.raises(BadSetting, match=r"^batch_size many: Input should be a valid integer"):
        settings_of(tmp_path)


def test_a_model_that_is_not_there_is_named(tmp_path: Path) -> None:
    (parses,) = (stage for stage in STAGES if stage.name == "parses")
    with pytest.raises(NoModel, match="no_such_model"):
        seed_version(parses, Settings(warehouse=tmp_path, model="no_such_model"))


def test_tables_that_were_not_judged_together_are_not_published(tmp_path: Path) -> None:
    store = Store(tmp_path)
    write_parquet(RAW_DOCUMENTS.empty(), store.path_of("raw_documents", "b"))
    write_parquet(RAW_DOCUMENTS.empty(), store.path_of("raw_documents", "b", staged=True))
    with pytest.raises(UnfinishedRun, match="broken off"):
        build(tmp_path)
    assert store.staged_files()
