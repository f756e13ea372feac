"""Running: however a run ends, the journal says it, and whoever watches is told."""

import fcntl
import json
import os
import sys
from pathlib import Path

import pytest

from pipelines.running import run_once
from pipelines.settings import Settings
from pipelines.sources import Sources
from warehouse.finding import NoSuchPath
from warehouse.inbox import NoInbox
from warehouse.journal import Journal
from warehouse.lock import WarehouseBusy
from warehouse.watches import BadWatch

WRITER = "import sys; open('told', 'a').write(sys.stdin.read())"


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ATTEST_NOTIFY_COMMAND", f'{sys.executable} -c "{WRITER}"')
    return Settings(warehouse=tmp_path / "warehouse")


def told() -> list[str]:
    lines = Path("told").read_text(encoding="utf-8").splitlines() if Path("told").exists() else []
    return [json.loads(line)["event"] for line in lines]


def events(settings: Settings) -> list[object]:
    return [line["event"] for line in Journal(settings.root).backwards()][::-1]


def test_a_run_that_fails_is_noted_and_told_once(settings: Settings) -> None:
    for _ in range(2):
        with pytest.raises(NoInbox):
            run_once([], settings, sources=Sources(inbox=Path("nowhere")))
    assert events(settings) == ["started", "failed", "told", "started", "failed"]
    assert told() == ["failed"]


def test_a_run_with_nothing_to_do_ends_a_failure(settings: Settings) -> None:
    with pytest.raises(NoInbox):
        run_once([], settings, sources=Sources(inbox=Path("nowhere")))
    Path("nowhere").mkdir()
    run_once([], settings, sources=Sources(inbox=Path("nowhere")))
    assert events(settings)[-3:] == ["inbox", "nothing_new", "told"]
    assert told() == ["failed", "recovered"]


def test_a_run_that_broke_off_is_noted_by_the_next_and_told(settings: Settings) -> None:
    Journal(settings.root, "dead").note("started")
    run_once([], settings)
    run_once([], settings)
    assert events(settings).count("broken_off") == 1
    assert told() == ["failed", "recovered"]


def test_a_run_that_finds_the_warehouse_in_use_is_skipped(settings: Settings) -> None:
    run_once([], settings)
    with (settings.root / "data" / "lock").open("a+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(WarehouseBusy, match=str(os.getpid())):
            run_once([], settings)
    assert events(settings)[-1] == "skipped"
    assert told() == []


def test_nothing_is_written_for_what_cannot_start(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NoSuchPath):
        run_once(["nowhere"], settings)
    monkeypatch.setenv("ATTEST_WATCH", "nobody")
    with pytest.raises(BadWatch):
        run_once([], settings)
    assert not settings.root.exists()
