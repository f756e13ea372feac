"""Prefect's server for scheduled runs: the one that is named, or one of our own on loopback, which ends with us."""

import errno
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

PASSWORD = "prefect.password"  # noqa: S105 - the name of the file that holds it
START = 180.0  # seconds that a first start may take: it makes its database
NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
ENDED = "Prefect's server ended in the middle of the work"
LEAST_ROOM = 10_000_000  # bytes: its database and what SQLite needs to write to it
RETENTION = 14 * 86_400  # seconds that Prefect's own records of runs are kept


class NoServer(RuntimeError):
    """Prefect's server does not start, or has ended."""


@contextmanager
def server_running(root: Path, port: int, more: Mapping[str, str] | None = None) -> Iterator[str]:
    """Its address, as long as the server is needed; sets PREFECT_API_URL, so enter before Prefect is imported."""
    named = os.environ.get("PREFECT_API_URL")
    if named:
        yield named
        return
    (root / "data").mkdir(parents=True, exist_ok=True)
    listening, done, gone = _bound(port), threading.Event(), threading.Event()
    port = int(listening.getsockname()[1])
    secret = f"attest:{_password(root)}"
    with (
        listening,
        (root / "data" / "prefect.log").open("wb") as log,
        subprocess.Popen(  # noqa: S603 - this module
            [sys.executable, "-m", "pipelines.prefect_server", str(listening.fileno())],
            pass_fds=[listening.fileno()],
            stdin=subprocess.PIPE,  # closed by the system when we end, however we end
            stdout=log,
            stderr=log,
            env=_environment_of(port, secret) | os.environ | dict(more or {}),
            start_new_session=True,  # ^C is for us: the server goes after the runs
        ) as process,
    ):
        listening.close()  # the server has its own
        try:
            _wait_for(process, port, root)
            os.environ["PREFECT_API_URL"] = f"http://127.0.0.1:{port}/api"
            os.environ["PREFECT_API_AUTH_STRING"] = secret
            threading.Thread(target=_end_with, args=(process, done, gone), daemon=True).start()
            yield f"http://127.0.0.1:{port}/"
        except BaseException as error:
            if gone.is_set():
                raise end_of_server(root, ENDED) from error
            raise
        else:
            if gone.is_set():
                raise end_of_server(root, ENDED)
        finally:
            done.set()
            process.terminate()


def _environment_of(port: int, secret: str) -> dict[str, str]:
    return {
        "PREFECT_SERVER_API_HOST": "127.0.0.1",
        "PREFECT_SERVER_API_PORT": str(port),
        "PREFECT_SERVER_API_AUTH_STRING": secret,
        "PREFECT_SERVER_CORS_ALLOWED_ORIGINS": f"http://127.0.0.1:{port}",  # no page of another site may ask
        "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs",
        "PREFECT_SERVER_SERVICES_DB_VACUUM_RETENTION_PERIOD": str(RETENTION),
    }


def end_of_server(root: Path, said: str) -> Exception:
    """What the end of the server means: where it had no room for its database, that is what there is to say."""
    if shutil.disk_usage(root).free < LEAST_ROOM:
        return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(root / "data" / "prefect"))
    return NoServer(f"{said}: see {root / 'data' / 'prefect.log'}; the next run goes on where this one stopped")


def _password(root: Path) -> str:
    """What the server's pages ask for: whoever may read the warehouse's own files may use them, nobody else."""
    from warehouse.store import written_beside

    path = root / "data" / PASSWORD
    known = path.read_text(encoding="utf-8").strip() if path.exists() else ""
    if not known:  # or a full disk took the file and not what it was to hold
        known = secrets.token_urlsafe(24)
        with written_beside(path) as beside, os.fdopen(os.open(beside, NEW, 0o600), "w") as written:
            written.write(known)
    return known


def _bound(port: int) -> socket.socket:
    """A socket at the port when nobody listens there, else at any free one, which nobody can take meanwhile."""
    for candidate in (port, 0):
        bound = socket.socket()
        try:
            bound.bind(("127.0.0.1", candidate))
        except OSError:
            bound.close()
            continue
        return bound
    raise NoServer("no port is free on loopback")


def _wait_for(process: "subprocess.Popen[bytes]", port: int, root: Path) -> None:
    last = time.monotonic() + START
    while time.monotonic() < last:
        if process.poll() is not None:
            raise end_of_server(root, f"Prefect's server ended with status {process.returncode}")
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/health", timeout=5):
                return
        except OSError:
            time.sleep(0.5)
    raise NoServer(f"Prefect's server did not answer within {START:g} seconds")


def _end_with(process: "subprocess.Popen[bytes]", done: threading.Event, gone: threading.Event) -> None:
    """End what this process does when the server ends by itself: what supervises us starts both again."""
    process.wait()
    if not done.is_set():
        gone.set()
        os.kill(os.getpid(), signal.SIGTERM)


def _serve(descriptor: int) -> None:
    """Serve at the socket of that descriptor until standard input ends, which is when the process behind it has."""
    import uvicorn

    def watch() -> None:
        sys.stdin.buffer.read()
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, daemon=True).start()
    config = uvicorn.Config("prefect.server.api.server:create_app", factory=True, log_level="error", lifespan="on")
    uvicorn.Server(config).run(sockets=[socket.socket(fileno=descriptor)])


if __name__ == "__main__":
    _serve(int(sys.argv[1]))
