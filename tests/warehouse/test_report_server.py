"""The report over loopback: its files, with the policy as a header, to this machine and nothing else."""

from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread

import pytest

from warehouse.report import server_of


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """Where a folder of one page and one secret beside it is served."""
    folder = tmp_path / "report"
    (folder / "rows").mkdir(parents=True)
    (folder / "index.html").write_text("a page")
    (tmp_path / "secret.txt").write_text("a secret")
    with server_of(folder) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("path", "host", "status"),
    [
        ("/", "localhost", 200),
        ("/index.html", "127.0.0.1", 200),
        ("/rows/", "localhost", 404),  # folders are not listed
        ("/../secret.txt", "localhost", 404),
        ("/%2e%2e/secret.txt", "localhost", 404),
        ("/", "attacker.example", 421),  # a name of somebody else's that resolves to this machine
    ],
)
def test_server_gives_the_report_and_nothing_else(port: int, path: str, host: str, status: int) -> None:
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers={"Host": f"{host}:{port}"})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    assert answer.status == status
    assert b"a secret" not in body
    assert "script-src 'self'" in (answer.getheader("Content-Security-Policy") or "")
