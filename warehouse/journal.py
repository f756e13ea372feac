"""The journal: what happened to a warehouse and when, as lines of JSON, a file a month."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from warehouse import clock
from warehouse.items import printable

ECHO = "ATTEST_LOG"  # `json` writes every line to standard error too, for a system that collects it there
ENDINGS = ("published", "nothing_new", "failed", "interrupted")  # how a run ends
FIELD_CHARS = 2_000  # of one value: a line is for reading
TAIL = 65_536  # bytes of a file that are looked at for its last line


@dataclass(frozen=True, slots=True)
class Journal:
    """The journal of the warehouse at `root`; lines noted through it name the run, when there is one."""

    root: Path
    run_id: str | None = None

    @property
    def folder(self) -> Path:
        """Where the files are."""
        return self.root / "data" / "journal"

    def note(self, event: str, **fields: object) -> None:
        """Add one line: its instant, the event, the run, and the fields that are not null.

        What the disk does not take is left out: a note must not end the run that it is about, which will say it itself.
        """
        now = self.now()
        said = {"at": now.isoformat(timespec="milliseconds"), "event": event, "run": self.run_id, **fields}
        line = json.dumps({name: _short(value) for name, value in said.items() if value is not None}, default=str)
        if os.environ.get(ECHO) == "json":
            print(line, file=sys.stderr, flush=True)  # noqa: T201
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            file = os.open(self.folder / f"{now:%Y-%m}.jsonl", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
            try:
                os.write(file, f"{line}\n".encode())  # one write, so that lines of two processes do not mix
            finally:
                os.close(file)

    def now(self) -> datetime:
        """This instant, but never one before the journal's last: runs stay in order when the clock is put back."""
        return clock.after(self.last_at())

    def last_at(self) -> datetime | None:
        """The instant of the last line; null where there is none."""
        for path in sorted(self.folder.glob("*.jsonl"), reverse=True):
            with path.open("rb") as file:
                file.seek(max(0, path.stat().st_size - TAIL))
                lines = file.read().decode(errors="replace").splitlines()
            for line in reversed(lines):
                said = _line_of(line)
                if said is not None and (at := _instant(said.get("at"))) is not None:
                    return at
        return None

    def backwards(self) -> Iterator[dict[str, object]]:
        """Every line, the newest first; one that broke off is passed over."""
        for path in sorted(self.folder.glob("*.jsonl"), reverse=True):
            for line in reversed(path.read_text(encoding="utf-8", errors="replace").splitlines()):
                said = _line_of(line)
                if said is not None:
                    yield said


def _line_of(line: str) -> dict[str, object] | None:
    """What a line says; null for one that broke off."""
    try:
        said = json.loads(line)
    except ValueError:
        return None
    return said if isinstance(said, dict) and "event" in said else None


def _instant(said: object) -> datetime | None:
    try:
        at = datetime.fromisoformat(str(said))
    except ValueError:
        return None
    return at if at.tzinfo else None


def _short(value: object) -> object:
    return printable(value)[:FIELD_CHARS] if isinstance(value, str) else value
