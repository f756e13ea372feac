"""A run that is killed: `python -m tests.faults.killed NOTE AT DELAY attest-words…` counts its writes.

Before write number AT (or DELAY seconds after it) the whole process group gets SIGKILL; AT 0 lets it end. NOTE is a
file that gets the paths that were written, a line each.
"""

import os
import signal
import sys
import time
from pathlib import Path
from threading import Lock, Thread

WRITES = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir"}
PASSED_OVER = ("prefect", "lock", "journal", "gazetteer-")  # below data/: not the tables


class Counter:
    """Counts the writes of this process below a folder, as the interpreter announces them before they are done."""

    def __init__(self, root: Path, note: Path, at: int, delay: float) -> None:
        self.root, self.note, self.at, self.delay = f"{root}{os.sep}", note, at, delay
        self.names: list[str] = []
        self.lock = Lock()

    def __call__(self, event: str, words: tuple[object, ...]) -> None:
        """The audit hook."""
        if event not in WRITES or not isinstance(words[0], str | os.PathLike):
            return
        path = os.fspath(words[0])
        if not isinstance(path, str) or not path.startswith(self.root):
            return
        below = path.removeprefix(self.root)
        if below.removeprefix("data/").startswith(PASSED_OVER) or (event == "open" and not _writes(words)):
            return
        with self.lock:
            self.names.append(below)
            if len(self.names) == self.at:
                self.end()

    def say(self) -> None:
        """Note every write so far, a line each."""
        self.note.write_text("\n".join(self.names), encoding="utf-8")

    def end(self) -> None:
        """Kill the group now, or in a while."""
        if self.delay:
            Thread(target=self._later, daemon=True).start()
        else:
            self._kill()

    def _later(self) -> None:
        time.sleep(self.delay)
        self._kill()

    def _kill(self) -> None:
        self.say()
        os.killpg(0, signal.SIGKILL)


def _writes(words: tuple[object, ...]) -> bool:
    mode, flags = words[1], words[2]
    if isinstance(mode, str):
        return bool(set(mode) & set("wax+"))
    return bool(int(str(flags)) & (os.O_WRONLY | os.O_RDWR))


if __name__ == "__main__":
    note, at, delay = Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
    sys.argv[1:4] = []
    counter = Counter(Path(sys.argv[sys.argv.index("--warehouse") + 1]).absolute(), note, at, delay)
    sys.addaudithook(counter)
    from pipelines.cli import main

    try:
        main()
    finally:
        counter.say()
