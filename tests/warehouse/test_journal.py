"""The journal: lines of JSON that two processes may write and that no broken line spoils."""

import json
from pathlib import Path

import pytest

from warehouse.journal import Journal


def test_a_line_names_event_run_and_fields(tmp_path: Path) -> None:
    Journal(tmp_path, "r1").note("made", stage="claims", batch="b", document=None)
    (line,) = Journal(tmp_path).backwards()
    assert (line["event"], line["run"], line["stage"], line["batch"]) == ("made", "r1", "claims", "b")
    assert "document" not in line


def test_the_newest_line_comes_first_and_broken_ones_are_passed_over(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.folder.mkdir(parents=True)
    (journal.folder / "2019-01.jsonl").write_bytes(b'{"event": "old"}\n{"event": "bro\n\xff\xfe\n[1]\n')
    journal.note("first")
    journal.note("second")
    assert [line["event"] for line in journal.backwards()] == ["second", "first", "old"]


@pytest.mark.parametrize("text", ["line\nbreak", "\ud800 alone", "\x00", "ü" * 10_000, '"}'])
def test_whatever_is_noted_stays_one_line(text: str, tmp_path: Path) -> None:
    Journal(tmp_path).note("failed", error=text)
    (file,) = Journal(tmp_path).folder.iterdir()
    (line,) = file.read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["event"] == "failed"


def test_a_journal_that_cannot_be_written_ends_nothing(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder would be", encoding="utf-8")
    Journal(tmp_path).note("started")
    assert list(Journal(tmp_path).backwards()) == []


def test_lines_are_echoed_where_that_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ATTEST_LOG", "json")
    Journal(tmp_path).note("started")
    assert json.loads(capsys.readouterr().err)["event"] == "started"
