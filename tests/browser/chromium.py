"""A headless Chromium driven through its debugging pipe: no driver, no port, no network."""

import base64
import json
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    "--remote-debugging-pipe",
)  # fmt: skip
# The protocol wants its pipes at descriptors 3 and 4: this moves them there and becomes the browser.
AT_3_AND_4 = """
import fcntl, os, sys
one, two = (fcntl.fcntl(int(number), fcntl.F_DUPFD, 10) for number in sys.argv[1:3])
os.dup2(one, 3)
os.dup2(two, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""
PATIENCE = 60.0  # seconds until an answer is given up for lost: the machines that run this are busy


def chromium_path() -> str | None:
    """The installed browser, or null."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


class BrowserError(RuntimeError):
    """The browser refused a command, or a script in the page threw."""


@dataclass
class Seen:
    """What a page did while it was open."""

    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)


class Chromium:
    """One browser with one page. Use it in a `with`; `seen` holds what the page did since the last `open`."""

    def __init__(self, path: str, profile: Path) -> None:
        self.path, self.profile = path, profile
        self.seen = Seen()
        self._count = 0
        self._session = ""
        self._rest = b""
        self._loaded: set[str] = set()

    def __enter__(self) -> Self:
        from_us, self._out = os.pipe()
        self._in, to_us = os.pipe()
        command = [self.path, *FLAGS, f"--user-data-dir={self.profile}"]
        self._process = subprocess.Popen(  # noqa: S603 - our own flags and the browser found on the path
            [sys.executable, "-c", AT_3_AND_4, str(from_us), str(to_us), *command],
            pass_fds=(from_us, to_us), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(from_us)
        os.close(to_us)
        try:
            self._attach()
        except BrowserError:
            self.__exit__()
            raise
        return self

    def _attach(self) -> None:
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")
        self.call("Page.setLifecycleEventsEnabled", enabled=True)

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(PATIENCE)
        os.close(self._out)
        os.close(self._in)

    def call(self, method: str, **params: object) -> dict[str, Any]:
        """The answer to one command of the DevTools protocol; raises BrowserError."""
        self._count += 1
        number = self._count
        message: dict[str, object] = {"id": number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        answer: dict[str, Any] = {}

        def answered(heard: dict[str, Any]) -> bool:
            answer.update(heard if heard.get("id") == number else {})
            return bool(answer)

        self._listen(answered, method)
        if "error" in answer:
            raise BrowserError(f"{method}: {answer['error']['message']}")
        return dict(answer["result"])

    def open(self, page: Path, fragment: str = "") -> Seen:
        """Load a file and wait until it has loaded; what it did so far."""
        return self.visit(page.resolve().as_uri() + fragment)

    def visit(self, url: str) -> Seen:
        """Load an address and wait until it has loaded; what it did so far."""
        self.seen = Seen()
        self._go("about:blank")  # so that a link to a place in the page that is open loads it again
        self._go(url)
        self.evaluate("new Promise(done => setTimeout(done, 50))")
        return self.seen

    def evaluate(self, script: str) -> Any:
        """The value of an expression in the page (awaited when it is a promise); raises BrowserError."""
        result = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise BrowserError(str(result["exceptionDetails"]))
        return result["result"].get("value")

    def until(self, script: str) -> Any:
        """The first true value of an expression in the page, which may be on its way to another page; raises
        BrowserError when none comes."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                if value := self.evaluate(script):
                    return value
            except BrowserError as error:
                if "navigated" not in str(error):
                    raise
            time.sleep(0.05)
        raise BrowserError(f"never true: {script}")

    def look(self, *, width: int = 1280, height: int = 900, theme: str = "light", media: str = "screen") -> None:
        """Take the size of a window, a colour scheme and a medium."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        features = [{"name": "prefers-color-scheme", "value": theme}]
        self.call("Emulation.setEmulatedMedia", media=media, features=features)

    def press(self, key: str, number: int, text: str = "") -> None:
        """Press one key and let it go; `number` is its virtual key code."""
        for kind in ("keyDown", "keyUp"):
            told = {"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": number}
            self.call("Input.dispatchKeyEvent", **told, **({"text": text} if text else {}))

    def screenshot(self, file: Path, *, whole: bool = False) -> None:
        """A PNG of what the window shows, or of the whole page."""
        shot = self.call("Page.captureScreenshot", captureBeyondViewport=whole)
        file.write_bytes(base64.b64decode(shot["data"]))

    def _go(self, url: str) -> None:
        loader = self.call("Page.navigate", url=url)["loaderId"]
        if loader not in self._loaded:
            self._listen(lambda _: loader in self._loaded, f"loading {url}")

    def _listen(self, is_done: Callable[[dict[str, Any]], bool], what: str) -> None:
        end = time.monotonic() + PATIENCE
        while True:
            heard = self._hear(end, what)
            self._note(heard)
            if is_done(heard):
                return

    def _hear(self, end: float, what: str) -> dict[str, Any]:
        while b"\0" not in self._rest:
            if not select.select([self._in], [], [], max(0.0, end - time.monotonic()))[0]:
                raise BrowserError(f"no answer: {what}")
            part = os.read(self._in, 1 << 20)
            if not part:
                raise BrowserError("the browser has gone")
            self._rest += part
        message, self._rest = self._rest.split(b"\0", 1)
        return dict(json.loads(message))

    def _note(self, heard: dict[str, Any]) -> None:
        event, told = heard.get("method", ""), heard.get("params", {})
        if event == "Page.lifecycleEvent" and told["name"] == "load":
            self._loaded.add(told["loaderId"])
        elif event == "Network.requestWillBeSent":
            self.seen.requests.append(told["request"]["url"])
        elif event == "Runtime.exceptionThrown":
            self.seen.errors.append(str(told["exceptionDetails"]))
        elif event == "Runtime.consoleAPICalled" and told["type"] in {"error", "warning", "assert"}:
            self.seen.errors.append(str(told["args"]))
        elif event == "Log.entryAdded" and told["entry"]["level"] in {"error", "warning"}:
            self.seen.errors.append(told["entry"]["text"])
        elif event == "Page.javascriptDialogOpening":
            self.seen.dialogs.append(told["message"])
            os.write(self._out, self._dismissal())

    def _dismissal(self) -> bytes:
        self._count += 1
        message = {"id": self._count, "method": "Page.handleJavaScriptDialog", "sessionId": self._session}
        return json.dumps({**message, "params": {"accept": False}}).encode() + b"\0"
