"""Notifying: a failure is told once, its end too, and a finding when it is new."""

import json
import sys
from pathlib import Path

import duckdb
import pytest

from pipelines.notifying import Notifier
from pipelines.settings import Settings
from warehouse.journal import Journal
from warehouse.notices import Channels
from warehouse.watches import BadWatch, watch_of

WRITER = "import sys; open('told', 'a').write(sys.stdin.read())"
WATCH = """-- Who of high rank left?
-- key: person
select person, rank, outlets
from leavers
where rank >= 17
"""


@pytest.fixture
def notifier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Notifier:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "generals.sql").write_text(WATCH, encoding="utf-8")
    settings = Settings(warehouse=tmp_path / "warehouse")
    settings.root.mkdir()
    return Notifier(settings, Channels(command=f'{sys.executable} -c "{WRITER}"'), ("generals.sql",))


def publish(notifier: Notifier, *rows: tuple[str, int, int]) -> None:
    notifier.settings.database.unlink(missing_ok=True)
    with duckdb.connect(str(notifier.settings.database)) as connection:
        connection.execute("create table leavers (person varchar, rank integer, outlets integer)")
        for row in rows:
            connection.execute("insert into leavers values (?, ?, ?)", row)


def told() -> list[dict[str, object]]:
    path = Path("told")
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    path.unlink(missing_ok=True)
    return [json.loads(line) for line in lines]


def fail(notifier: Notifier, why: str = "the disk is full") -> None:
    journal = Journal(notifier.settings.root, "r")
    journal.note("failed", error=why)
    notifier.after_failure(OSError(why), journal)


def succeed(notifier: Notifier, *, is_published: bool = False) -> None:
    journal = Journal(notifier.settings.root, "r")
    journal.note("nothing_new")
    notifier.after_success(journal, is_published=is_published)


def test_a_failure_is_told_once_and_its_end(notifier: Notifier) -> None:
    for _ in range(3):
        fail(notifier)
    assert [message["text"] for message in told()] == ["The run failed: OSError: the disk is full"]
    fail(notifier, "the share is gone")
    assert [message["event"] for message in told()] == ["failed"]
    succeed(notifier)
    succeed(notifier)
    assert [message["event"] for message in told()] == ["recovered"]
    fail(notifier)
    assert len(told()) == 1


def test_a_finding_is_told_when_it_is_new(notifier: Notifier) -> None:
    publish(notifier, ("Brig. Gen. A", 17, 1), ("Pvt. B", 1, 1))
    succeed(notifier, is_published=True)
    (message,) = told()
    assert message["text"] == "Who of high rank left? 1 new row."
    assert message["rows"] == [{"person": "Brig. Gen. A", "rank": 17, "outlets": 1}]
    publish(notifier, ("Brig. Gen. A", 17, 5), ("Maj. Gen. C", 18, 1))
    succeed(notifier, is_published=True)
    (message,) = told()
    assert [row["person"] for row in message["rows"]] == ["Maj. Gen. C"]  # type: ignore[attr-defined]
    succeed(notifier, is_published=True)
    assert told() == []


def test_a_watch_that_cannot_be_answered_does_not_end_the_run(notifier: Notifier) -> None:
    with duckdb.connect(str(notifier.settings.database)) as connection:
        connection.execute("create table others (a integer)")
    succeed(notifier, is_published=True)
    assert told() == []
    (line,) = [line for line in Journal(notifier.settings.root).backwards() if line["event"] == "watch_failed"]
    assert "leavers" in str(line["error"])


@pytest.mark.parametrize("name", ["nobody", "nowhere.sql", "../tables", "no_comment.sql"])
def test_a_watch_that_is_none_is_said(name: str, notifier: Notifier) -> None:
    Path("no_comment.sql").write_text("select 1", encoding="utf-8")
    with pytest.raises(BadWatch, match=name):
        Notifier(notifier.settings, notifier.channels, (name,)).looked_at()


def test_a_bundled_query_is_a_watch() -> None:
    assert "defect" in watch_of("general_and_higher").body
