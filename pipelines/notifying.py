"""Notifying: who is told of a failed run, of one that works again, and of what a watch finds."""

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from pipelines.settings import Settings
from warehouse.journal import Journal
from warehouse.notices import Channels, Message, Outbox
from warehouse.sql import Refused
from warehouse.watches import BadWatch, Finding, found_by, remember, watch_of

COMMAND, URL, WATCHES = "ATTEST_NOTIFY_COMMAND", "ATTEST_NOTIFY_URL", "ATTEST_WATCH"
AGAIN = timedelta(days=1)  # after which a failure that lasts is told again
SHOWN = 20  # rows of a finding in its message
GOOD = {"published", "nothing_new"}


@dataclass(frozen=True, slots=True)
class Notifier:
    """The channels and watches of one warehouse.

    They come from the environment and never from a run's parameters: who may start a run in Prefect's pages must
    not thereby be able to run commands.
    """

    settings: Settings
    channels: Channels
    watches: tuple[str, ...] = ()

    @classmethod
    def of_environment(cls, settings: Settings) -> "Notifier":
        """What ATTEST_NOTIFY_COMMAND, ATTEST_NOTIFY_URL and ATTEST_WATCH say."""
        channels = Channels(os.environ.get(COMMAND) or None, os.environ.get(URL) or None)
        watches = os.environ.get(WATCHES, "").split(os.pathsep)
        return cls(settings, channels, tuple(name for name in watches if name))

    def looked_at(self) -> None:
        """Raises BadWatch where a watch cannot be read."""
        for name in self.watches:
            watch_of(name)

    def after_failure(self, error: Exception, journal: Journal) -> None:
        """Tell of a run that failed, unless the same was told within a day and nothing has worked since."""
        text = f"The run failed: {type(error).__name__}: {' '.join(str(error).split())}"
        if self._has_channel and not _is_told(journal, text):
            with suppress(OSError):  # a full disk has been said already, by the failure itself
                self._send({"event": "failed", "text": text}, journal)

    def after_break(self, run_id: str, journal: Journal) -> None:
        """Tell of an earlier run that ended without a word: killed, or the machine stopped."""
        if self._has_channel:
            text = f"The run {run_id} broke off without a word; the next one has begun and goes on from there."
            self._send({"event": "failed", "text": text}, journal)

    def after_success(self, journal: Journal, *, is_published: bool) -> None:
        """Tell of a run that works again, of what the watches find, and what could not be delivered before."""
        if not self._has_channel:
            return
        if _told_last(journal) == "failed":
            self._send({"event": "recovered", "text": "The run works again."}, journal)
        elif Outbox(self.settings.root).messages():
            self._send(None, journal)
        for name in self.watches if is_published else ():
            try:
                self._tell(found_by(watch_of(name), self.settings.database, self.settings.root), journal)
            except (BadWatch, Refused) as error:
                journal.note("watch_failed", watch=name, error=str(error))

    @property
    def _has_channel(self) -> bool:
        return self.channels != Channels()

    def _tell(self, finding: Finding, journal: Journal) -> None:
        if not finding.rows:
            return
        count = len(finding.rows)
        text = f"{finding.watch.purpose} {count} new {'row' if count == 1 else 'rows'}."
        found = {"watch": finding.watch.name, "count": count, "rows": finding.rows[:SHOWN]}
        self._send({"event": "finding", "text": text, **found}, journal)
        remember(finding, self.settings.root)  # what could not be delivered is in the outbox

    def _send(self, message: Message | None, journal: Journal) -> None:
        if message is not None:
            now = journal.now().isoformat(timespec="seconds")
            message = {**message, "at": now, "warehouse": str(self.settings.root), "run": journal.run_id}
        failure = Outbox(self.settings.root).send(message, self.channels)
        if failure is not None:
            journal.note("not_delivered", error=failure)
        if message is not None:
            journal.note("told", kind=message["event"], text=message["text"])


def _is_told(journal: Journal, text: str) -> bool:
    for line in journal.backwards():
        if line["event"] in GOOD:
            return False
        if line["event"] == "told" and line.get("kind") == "failed":
            age = journal.now() - datetime.fromisoformat(str(line["at"]))
            return line.get("text") == text and timedelta(0) <= age < AGAIN
    return False


def _told_last(journal: Journal) -> str | None:
    """Whether what was told last of the runs themselves is that they fail."""
    for line in journal.backwards():
        if line["event"] == "told" and line.get("kind") in ("failed", "recovered"):
            return str(line["kind"])
    return None
