"""What the second reader is fitted to: own reports, and with the corpora at hand real news."""

import gzip
import json
from pathlib import Path

import pytest

from pipelines.failures import said
from pipelines.reader_training import amounts_of, reports_of, spelled_out_of
from stages.training.standoff import digest_of
from warehouse.corpora import NoCorpus

SENTENCE = "Rebels shelled the port."
STAND_OFF = f"## port-1 | - | wire | {digest_of([SENTENCE])}\n0\n= attack | trigger=7:14 | actor=0:6\n"


def folder_with(path: Path, name: str, text: str) -> Path:
    """A new folder with one text file."""
    path.mkdir()
    (path / name).write_text(text, encoding="utf-8")
    return path


def test_reports_whose_texts_are_elsewhere_are_read_with_them(tmp_path: Path) -> None:
    reports, ner = folder_with(tmp_path / "reports", "wire.txt", STAND_OFF), tmp_path / "ner"
    ner.mkdir()
    with gzip.open(ner / "wire.jsonl.gz", "wt", encoding="utf-8") as rows:
        rows.write(json.dumps({"text": SENTENCE, "ents": []}) + "\n")
    (text,) = spelled_out_of(reports, ner)
    assert "= attack | trigger=shelled | actor=Rebels" in text
    assert amounts_of([text]) == {"reports": 1, "sentences": 1, "claims": 1}


def test_a_corpus_that_is_not_there_is_named(tmp_path: Path) -> None:
    reports = folder_with(tmp_path / "reports", "wire.txt", STAND_OFF)
    with pytest.raises(NoCorpus, match=r"wire\.jsonl\.gz"):
        spelled_out_of(reports, tmp_path)


def test_other_words_than_were_annotated_are_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reports = folder_with(tmp_path / "reports", "wire.txt", STAND_OFF)
    with gzip.open(tmp_path / "wire.jsonl.gz", "wt", encoding="utf-8") as rows:
        rows.write(json.dumps({"text": "Rebels shelled a port."}) + "\n")
    with pytest.raises(SystemExit), said():
        spelled_out_of(reports, tmp_path)
    assert capsys.readouterr().err == "attest: port-1: wire does not hold the words that were annotated\n"


def test_real_news_comes_on_top_of_the_own_reports(shared: Path) -> None:
    own, all_of_them = amounts_of(reports_of(None)), amounts_of(reports_of(shared / "ner"))
    assert all_of_them["claims"] > own["claims"] > 0
