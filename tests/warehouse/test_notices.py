"""Notices: a message reaches its channel as data, or waits in order until it does."""

import json
import shlex
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from warehouse.notices import Channels, NotDelivered, Outbox

COPY = "import pathlib, sys; pathlib.Path(sys.argv[1]).open('a').write(sys.stdin.read())"


class Hook(BaseHTTPRequestHandler):
    """A webhook that keeps what it is given."""

    status: ClassVar[int] = 200
    given: ClassVar[list[dict[str, object]]] = []

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_POST(self) -> None:
        Hook.given.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(Hook.status)
        self.end_headers()


@pytest.fixture
def hook() -> Iterator[str]:
    Hook.given.clear()
    Hook.status = 200
    with ThreadingHTTPServer(("127.0.0.1", 0), Hook) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/secret"
        server.shutdown()


def command_into(path: Path) -> str:
    return shlex.join([sys.executable, "-c", COPY, str(path)])


@pytest.mark.parametrize("text", ["Ten deserted.", "$(touch pwned); `touch pwned`", '"; rm -rf *', "new\nline", "ü"])
def test_a_command_is_given_the_message_as_data(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Channels(command=command_into(tmp_path / "got")).deliver({"event": "failed", "text": text})
    assert json.loads((tmp_path / "got").read_text(encoding="utf-8"))["text"] == text
    assert [path.name for path in tmp_path.iterdir()] == ["got"]


@pytest.mark.parametrize("command", ["no-such-command", "false", "'unclosed", ""])
def test_a_command_that_fails_is_said(command: str) -> None:
    with pytest.raises(NotDelivered, match="the command failed"):
        Channels(command=command).deliver({"event": "failed"})


def test_a_webhook_is_given_the_message(hook: str) -> None:
    Channels(url=hook).deliver({"event": "finding", "text": "Two generals defected."})
    assert Hook.given == [{"event": "finding", "text": "Two generals defected."}]


def test_a_webhook_that_fails_is_said_without_its_address(hook: str) -> None:
    Hook.status = 500
    with pytest.raises(NotDelivered, match="status 500") as caught:
        Channels(url=hook).deliver({"event": "failed"})
    assert "secret" not in str(caught.value)
    with pytest.raises(NotDelivered, match="ConnectError") as caught:
        Channels(url="http://127.0.0.1:9/secret").deliver({"event": "failed"})
    assert "secret" not in str(caught.value)


def test_what_is_not_delivered_waits_in_order(hook: str, tmp_path: Path) -> None:
    outbox, channels = Outbox(tmp_path), Channels(url=hook)
    Hook.status = 503
    assert outbox.send({"event": "a"}, channels) is not None
    assert outbox.send({"event": "b"}, channels) is not None
    assert [message["event"] for message in outbox.messages()] == ["a", "b"]
    Hook.status = 200
    Hook.given.clear()
    assert outbox.send({"event": "c"}, channels) is None
    assert [message["event"] for message in Hook.given] == ["a", "b", "c"]
    assert outbox.messages() == []
