"""Notices: messages to whoever watches, by a command or a webhook, kept until they are delivered."""

import json
import os
import shlex
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from warehouse.store import write_bytes

SECONDS = 30.0  # that a command or a webhook may take
KEPT = 200  # undelivered messages: the newest; whoever listens to none of them has other worries

Message = dict[str, object]


class NotDelivered(RuntimeError):
    """A message that did not reach who it is for; says why."""


@dataclass(frozen=True, slots=True)
class Channels:
    """Where messages go: a command that is given each on standard input, an address that each is posted to."""

    command: str | None = None
    url: str | None = None

    def deliver(self, message: Message) -> None:
        """Send one message by every channel; raises NotDelivered when one of them fails."""
        if self.command is not None:
            _give(self.command, message)
        if self.url is not None:
            _post(self.url, message)


def _give(command: str, message: Message) -> None:
    """Run the command without a shell: what a message says is data, never part of a command line."""
    try:
        words = shlex.split(command)
        subprocess.run(  # noqa: S603 - the operator's own command
            words,
            input=json.dumps(message, ensure_ascii=False, default=str) + "\n",
            env={**os.environ, "ATTEST_EVENT": str(message["event"])},
            text=True,
            timeout=SECONDS,
            check=True,
            capture_output=True,
        )
    except (OSError, ValueError, IndexError, subprocess.SubprocessError) as error:
        raise NotDelivered(f"the command failed: {error}") from error


def _post(url: str, message: Message) -> None:
    import httpx

    content = json.dumps(message, ensure_ascii=False, default=str).encode()
    try:
        answer = httpx.post(url, content=content, headers={"Content-Type": "application/json"}, timeout=SECONDS / 3)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise NotDelivered(f"the webhook failed: {type(error).__name__}") from error  # its address may hold a secret
    if not answer.is_success:
        raise NotDelivered(f"the webhook answered with status {answer.status_code}")


@dataclass(frozen=True, slots=True)
class Outbox:
    """The undelivered messages of the warehouse at `root`, in order."""

    root: Path

    @property
    def path(self) -> Path:
        """Where they are kept."""
        return self.root / "data" / "outbox.jsonl"

    def messages(self) -> list[Message]:
        """What waits."""
        lines = self.path.read_text(encoding="utf-8", errors="replace").splitlines() if self.path.exists() else []
        messages = []
        for line in lines:
            with suppress(ValueError):  # a damaged line must not keep the others
                messages.append(json.loads(line))
        return [message for message in messages if isinstance(message, dict) and "event" in message]

    def send(self, message: Message | None, channels: Channels) -> str | None:
        """Deliver what waits and then this message; keep what does not arrive. Returns why, when something did not."""
        waiting = [*self.messages(), *([] if message is None else [message])]
        while waiting:
            try:
                channels.deliver(waiting[0])
            except NotDelivered as error:
                self._keep(waiting)
                return str(error)
            waiting.pop(0)
        if self.path.exists():
            self._keep([])
        return None

    def _keep(self, messages: list[Message]) -> None:
        lines = (json.dumps(message, ensure_ascii=False, default=str) for message in messages[-KEPT:])
        write_bytes(self.path, "".join(f"{line}\n" for line in lines).encode())
