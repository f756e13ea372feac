"""`attest serve` as it is left alone: it runs, takes what comes, stops in order, and leaves no process behind."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from tempfile import mkdtemp

import httpx
import pytest

from warehouse.journal import Journal
from warehouse.sql import ask

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(version("sqlalchemy") >= "2.1", reason="Prefect 3.8 schedules nothing with SQLAlchemy 2.1"),
]
UNPRIVILEGED = "nobody"
PAGE = "<html><body><h1>Soldiers leave</h1><p>{count} soldiers deserted from the army in Homs.</p></body></html>"


@contextmanager
def served(folder: Path, **variables: str) -> Iterator["subprocess.Popen[str]"]:
    """The command at work in that folder."""
    (folder / "in").mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "ATTEST_"))}
    words = ["serve", "--inbox", "in", "--every", "20s", "--port", "0", "--warehouse", "warehouse"]
    with subprocess.Popen(  # noqa: S603 - the project's own command
        [sys.executable, "-m", "pipelines", *words], cwd=folder, env=kept | variables, stdout=subprocess.PIPE, text=True
    ) as process:
        yield process
        process.kill()


@pytest.fixture
def serving(tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    with served(tmp_path) as process:
        yield process


@pytest.fixture
def postgres() -> Iterator[str]:
    """The address of a Postgres server that is started for this test; without one installed the test is skipped."""
    initdb = shutil.which("initdb") or next(map(str, Path("/usr/lib/postgresql").glob("*/bin/initdb")), None)
    if initdb is None:
        pytest.skip("Postgres is not installed: apt-get install postgresql")
    folder, port = Path(mkdtemp(prefix="attest-postgres-")), free_port()
    if os.geteuid() == 0:
        shutil.chown(folder, UNPRIVILEGED)
    command = [
        str(Path(initdb).resolve().with_name("pg_ctl")),
        "-D",
        str(folder / "db"),
        "-l",
        str(folder / "log"),
        "-w",
    ]
    run_unprivileged([initdb, "-D", str(folder / "db"), "-U", "prefect", "-A", "trust"], folder)
    settings = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}"
    run_unprivileged([*command, "-o", settings, "start"], folder)
    yield f"postgresql+asyncpg://prefect@127.0.0.1:{port}/postgres"
    run_unprivileged([*command, "-m", "immediate", "stop"], folder)
    shutil.rmtree(folder)


def run_unprivileged(words: list[str], folder: Path) -> None:
    """Run a command of Postgres, which refuses to be root."""
    user = UNPRIVILEGED if os.geteuid() == 0 else None
    quiet = subprocess.DEVNULL
    subprocess.run(words, cwd=folder, user=user, stdout=quiet, stderr=quiet, check=True)  # noqa: S603


def free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


def port_of(process: "subprocess.Popen[str]") -> int:
    assert process.stdout is not None
    said = re.search(r"http://127\.0\.0\.1:(\d+)/", process.stdout.readline())
    assert said is not None
    return int(said[1])


def comes_true(test: Callable[[], bool], seconds: float = 900) -> bool:
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


def test_a_kill_leaves_no_server_behind_and_strangers_are_not_served(
    serving: "subprocess.Popen[str]", tmp_path: Path
) -> None:
    port = port_of(serving)
    address = f"http://127.0.0.1:{port}/api/flows/count"
    password = tmp_path / "warehouse" / "data" / "prefect.password"
    assert password.stat().st_mode & 0o077 == 0
    assert httpx.post(address).status_code == 401
    answer = httpx.post(
        address,
        auth=("attest", password.read_text(encoding="utf-8")),
        headers={"Origin": "https://stranger.example"},
    )
    assert answer.status_code == 200
    assert "access-control-allow-origin" not in answer.headers
    serving.kill()
    assert comes_true(lambda: not is_open(port), 30)


def test_prefect_may_keep_its_records_in_postgres(postgres: str, tmp_path: Path) -> None:
    root = tmp_path / "warehouse"
    with served(tmp_path, PREFECT_SERVER_DATABASE_CONNECTION_URL=postgres) as process:
        port_of(process)
        (tmp_path / "in" / "a.html").write_text(PAGE.format(count="Ten"), encoding="utf-8")
        assert comes_true(lambda: noted(root, "published") == 1)
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=60) == 0
    assert not list((root / "data" / "prefect").glob("*.db"))
