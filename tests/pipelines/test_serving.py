"""`attest serve` as it is left alone: it runs, takes what comes, stops in order, and leaves no process behind."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path

import pytest

from warehouse.journal import Journal
from warehouse.sql import ask

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(version("sqlalchemy") >= "2.1", reason="Prefect 3.8 schedules nothing with SQLAlchemy 2.1"),
]
PAGE = "<html><body><h1>Soldiers leave</h1><p>{count} soldiers deserted from the army in Homs.</p></body></html>"


@pytest.fixture
def serving(tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    (tmp_path / "in").mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "ATTEST_"))}
    words = ["serve", "--inbox", "in", "--every", "20s", "--port", "0", "--warehouse", "warehouse"]
    with subprocess.Popen(  # noqa: S603 - the project's own command
        [sys.executable, "-m", "pipelines", *words], cwd=tmp_path, env=kept, stdout=subprocess.PIPE, text=True
    ) as process:
        yield process
        process.kill()


def port_of(process: "subprocess.Popen[str]") -> int:
    assert process.stdout is not None
    said = re.search(r"http://127\.0\.0\.1:(\d+)/", process.stdout.readline())
    assert said is not None
    return int(said[1])


def comes_true(test: Callable[[], bool], seconds: float = 300) -> bool:
    last = time.monotonic() + seconds
    while not test() and time.monotonic() < last:
        time.sleep(1)
    return test()


def is_open(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) == 0


def noted(root: Path, event: str) -> int:
    return sum(line["event"] == event for line in Journal(root).backwards())


def test_what_comes_in_is_published_and_a_stop_is_clean(serving: "subprocess.Popen[str]", tmp_path: Path) -> None:
    port, root = port_of(serving), tmp_path / "warehouse"
    (tmp_path / "in" / "a.html").write_text(PAGE.format(count="Ten"), encoding="utf-8")
    assert comes_true(lambda: noted(root, "published") == 1)
    (tmp_path / "in" / "b.html").write_text(PAGE.format(count="Twelve"), encoding="utf-8")
    assert comes_true(lambda: noted(root, "published") == 2)
    assert ask(root / "attest.duckdb", "select count(*) as n from raw_documents").to_pylist() == [{"n": 2}]
    serving.send_signal(signal.SIGTERM)
    assert serving.wait(timeout=60) == 0
    assert comes_true(lambda: not is_open(port), 30)
    assert noted(root, "stopped") == 1


def test_a_kill_leaves_no_server_behind(serving: "subprocess.Popen[str]") -> None:
    port = port_of(serving)
    assert is_open(port)
    serving.kill()
    assert comes_true(lambda: not is_open(port), 30)
