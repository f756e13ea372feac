"""Model files: what is not what the card gives the hash of is named before it is read."""

import shutil
from pathlib import Path

import pytest
from spacy.util import load_config

import seeds
from pipelines.resources import NoModel, language_of
from pipelines.settings import Settings
from warehouse.corpora import size_of
from warehouse.models import altered_files


def test_the_shipped_model_is_what_its_card_says() -> None:
    assert list(altered_files(seeds.MODEL)) == []
    assert [file for file in seeds.MODEL.rglob("*") if file.suffix in {".pkl", ".pickle", ".joblib"}] == []


def test_the_shipped_model_is_small_and_says_nothing_of_where_it_was_trained() -> None:
    assert size_of(seeds.MODEL) < 25_000_000  # bytes
    configs = [load_config(path) for path in seeds.MODEL.rglob("config.cfg")]
    assert len(configs) == 1
    assert {value for config in configs for value in config["paths"].values()} == {None}


def test_a_folder_without_hashes_has_nothing_to_compare(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text("{}", encoding="utf-8")
    assert list(altered_files(tmp_path)) == []


@pytest.mark.parametrize("name", ["config.cfg", "ner/model", "tokenizer"])
@pytest.mark.parametrize("is_gone", [False, True])
def test_an_altered_model_is_refused_with_the_name_of_the_file(name: str, is_gone: bool, tmp_path: Path) -> None:
    model = tmp_path / "model"
    shutil.copytree(seeds.MODEL, model)
    file = model / name
    if is_gone:
        file.unlink()
    else:
        file.write_bytes(bytes([file.read_bytes()[0] ^ 1]) + file.read_bytes()[1:])  # one bit
    assert list(altered_files(model)) == [name]
    with pytest.raises(NoModel, match=f"{name} is not the file"):
        language_of(Settings(warehouse=tmp_path, model=str(model)))


@pytest.mark.parametrize("card", ["", "[]", '{"sha256": 5}', "\x00"])
def test_a_card_that_cannot_be_read_is_named(card: str, tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text(card, encoding="utf-8")
    assert list(altered_files(tmp_path)) == ["meta.json"]


@pytest.mark.parametrize("name", ["typer", "no_such_model"])  # a package that is no model, and none at all
def test_what_is_no_model_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(NoModel, match=f"{name}: no spaCy model"):
        language_of(Settings(warehouse=tmp_path, model=name))
