"""The flow that trains: on handmade data, small enough for a test."""

import gzip
import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings
from spacy.tokens import DocBin
from spacy.vocab import Vocab
from typer.testing import CliRunner

import seeds
from pipelines.cli import app
from pipelines.commands import BadSetting
from pipelines.train import train
from pipelines.training import Plan, convert
from stages.parsing.language import scheme_of
from stages.training.corpus import Recipe
from warehouse.corpora import NoCorpus, place_model
from warehouse.models import altered_files

SMALL = {
    "training.max_steps": 12,
    "training.eval_frequency": 6,
    "training.optimizer.learn_rate.warmup_steps": 2,
    "training.optimizer.learn_rate.total_steps": 20,
}
SENTENCE = (
    ("The", "the", "DET", "DT", 2, "det"),
    ("{who}", "{who}", "NOUN", "NNS", 3, "nsubj"),
    ("left", "leave", "VERB", "VBD", 0, "root"),
    ("{where}", "{where}", "PROPN", "NNP", 3, "obj"),
    (".", ".", "PUNCT", ".", 3, "punct"),
)
WHO = ("soldiers", "men", "rebels", "doctors", "tanks", "nuns")
WHERE = ("Ostby", "Vik", "Sund", "Tarqa", "Norheim")


def written(path: Path, text: str) -> None:
    path.write_bytes(gzip.compress(text.encode("utf-8")))


def treebank(times: int) -> Iterator[str]:
    for at in range(times):
        names = {"who": WHO[at % len(WHO)], "where": WHERE[at % len(WHERE)]}
        yield "# newdoc id = d" if at % 4 == 0 else "# sent_id = s"
        for number, (form, lemma, pos, tag, head, dep) in enumerate(SENTENCE, start=1):
            cells = [number, form.format(**names), lemma.format(**names), pos, tag, "_", head, dep, "_", "_"]
            yield "\t".join(map(str, cells))
        yield ""


def names(times: int) -> Iterator[str]:
    for at in range(times):
        where = WHERE[at % len(WHERE)]
        text = f"The {WHO[at % len(WHO)]} left {where}."
        start = text.index(where)
        yield json.dumps({"text": text, "ents": [[start, start + len(where), "LOC"]]})


@pytest.fixture
def corpora(tmp_path: Path) -> tuple[Path, Path]:
    treebanks, ner = tmp_path / "treebanks", tmp_path / "ner"
    for folder in (treebanks, ner):
        folder.mkdir()
    for bank in ("en_ewt", "en_gum"):
        for split, times in (("train", 60), ("dev", 8), ("test", 8)):
            written(treebanks / f"{bank}-{split}.conllu.gz", "\n".join(treebank(times)))
    for name in (
        "ewt_train",
        "gum_train",
        "crossner",
        "redocred",
        "re3d",
        "ewt_dev",
        "gum_dev",
        "ewt_test",
        "gum_test",
    ):
        written(ner / f"{name}.jsonl.gz", "\n".join(names(20)))
    return treebanks, ner


@pytest.mark.slow
def test_a_model_is_trained_measured_and_put_in_place(corpora: tuple[Path, Path], tmp_path: Path) -> None:
    from prefect.testing.utilities import prefect_test_harness  # seconds, which only this test should take

    out = tmp_path / "model"
    plan = Plan(recipe=Recipe(passages=60), changes=SMALL)
    metas = []
    with (
        prefect_test_harness(server_startup_timeout=120),
        temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}),
    ):
        for _ in range(2):
            train(*corpora, out, plan)
            metas.append(json.loads((out / "meta.json").read_text(encoding="utf-8")))
    language = spacy.load(out)
    doc = language("The soldiers left Vik.")
    assert scheme_of(language) == "universal"
    assert doc.text == "The soldiers left Vik."
    assert doc.has_annotation("DEP")
    facts = metas[0]["attest"]
    assert set(facts["names"]) == {"ewt_test", "gum_test", "re3d, last fifth"}  # gmb is not among the data
    assert facts["syntax"]["EWT and GUM"]["tag_acc"] > 0.5
    assert facts["syntax"] == metas[1]["attest"]["syntax"]  # the same seed gives the same scores
    assert facts["names"] == metas[1]["attest"]["names"]
    assert "| re3d, last fifth |" in (out / "README.md").read_text(encoding="utf-8")
    assert metas[0]["sha256"].keys() >= {"README.md", "config.cfg", "ner/model"}
    configs = [path.read_text(encoding="utf-8") for path in sorted(out.rglob("config.cfg"))]
    assert len(configs) == 1
    assert not any("attest-train" in config or str(tmp_path) in config for config in configs)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["model", "ner", "treebanks"]


@pytest.mark.parametrize("name", ["crossner", "gum_test"])  # one to train on, one to measure with an hour later
def test_a_missing_file_is_named(name: str, corpora: tuple[Path, Path], tmp_path: Path) -> None:
    treebanks, ner = corpora
    (ner / f"{name}.jsonl.gz").unlink()
    with pytest.raises(NoCorpus, match=rf"{name}\.jsonl\.gz"):
        convert(treebanks, ner, tmp_path, Plan(recipe=Recipe(passages=1)))
    assert not (tmp_path / "tokenizer").exists()  # said before any work


def command(corpora: tuple[Path, Path], folder: Path, *further: str) -> list[str]:
    """The command line that trains on these corpora, in a warehouse that does not exist yet."""
    treebanks, ner = map(str, corpora)
    made = [sys.executable, "-m", "pipelines", "train", "--treebanks", treebanks, "--ner", ner]
    return [*made, "--warehouse", str(folder / "warehouse"), *further]


@pytest.mark.slow
def test_the_command_makes_a_model_in_a_new_warehouse(corpora: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "model"
    subprocess.run(  # noqa: S603 - our own command
        command(corpora, tmp_path, "--out", str(out), "--steps", "4"), check=True, cwd=seeds.FOLDER.parent
    )
    assert scheme_of(spacy.load(out)) == "universal"
    assert list(altered_files(out)) == []


@pytest.mark.slow
def test_an_interrupted_training_leaves_the_model_as_it_was(corpora: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "model"
    out.mkdir()
    (out / "meta.json").write_text("{}")
    arguments = command(corpora, tmp_path, "--out", str(out), "--steps", "1000000")
    with subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True, cwd=seeds.FOLDER.parent) as training:  # noqa: S603
        assert training.stderr is not None
        assert any(line.startswith("---") for line in training.stderr)  # spaCy's table: the first half is being fitted
        training.send_signal(signal.SIGINT)
        training.stderr.read()
    assert training.returncode != 0
    assert {path.name for path in tmp_path.iterdir()} == {"model", "ner", "treebanks", "warehouse"}
    assert [path.name for path in out.iterdir()] == ["meta.json"]


def test_a_trial_says_where_it_goes() -> None:
    result = CliRunner().invoke(app, ["train", "--treebanks", "a", "--ner", "b", "--steps", "5"])
    assert isinstance(result.exception, BadSetting)


@pytest.mark.slow
def test_corpora_become_docs_the_same_way_each_time(corpora: tuple[Path, Path], tmp_path: Path) -> None:
    plan = Plan(recipe=Recipe(passages=5))
    counts = []
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        counts.append(convert(*corpora, tmp_path / name, plan))
    assert counts[0] == counts[1]
    for name in ("syntax-train", "names-train", "syntax-dev", "names-dev"):
        first, second = (DocBin().from_disk(tmp_path / folder / f"{name}.spacy") for folder in ("first", "second"))
        vocab = Vocab()
        assert [doc.text for doc in first.get_docs(vocab)] == [doc.text for doc in second.get_docs(vocab)]


def test_a_replacement_broken_off_is_made_good(tmp_path: Path) -> None:
    made, old, out = tmp_path / "made", tmp_path / ".out.old", tmp_path / "out"
    for folder, name in ((made, "new"), (old, "old")):
        folder.mkdir()
        (folder / name).write_text(name)
    place_model(made, out)
    assert [path.name for path in out.iterdir()] == ["new"]
    with pytest.raises(FileNotFoundError):
        place_model(tmp_path / "gone", out)
    assert [path.name for path in out.iterdir()] == ["new"]


def test_a_model_replaces_another_whole(tmp_path: Path) -> None:
    made, out = tmp_path / "made", tmp_path / "out"
    for folder, name in ((made, "new"), (out, "old")):
        folder.mkdir()
        (folder / name).write_text(name)
    place_model(made, out)
    assert [path.name for path in out.iterdir()] == ["new"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["made", "out"]
