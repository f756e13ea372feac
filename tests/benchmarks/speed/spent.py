"""What a command of its own process costs: seconds, seconds of CPU, and the memory of its largest process."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.options import PROJECT


class Failed(RuntimeError):
    """A measured command that did not end with status 0."""


@dataclass(frozen=True, slots=True)
class Spent:
    """The cost of one command, with all the processes it started; `peak` in MiB is that of the largest of them."""

    seconds: float
    cpu: float
    peak: float
    output: str


def spent_by(*words: str, folder: Path, module: str = "pipelines") -> Spent:
    """Run `python -m MODULE WORDS…` in its own process; `folder` takes what it prints. Raises Failed."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "ATTEST_"))}
    kept |= {"PYTHONPATH": str(PROJECT), "HOME": str(folder), "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    printed = folder / "printed.txt"
    start = time.perf_counter()
    with printed.open("wb") as output:
        child = subprocess.Popen(  # noqa: S603 - the project's own commands
            [sys.executable, "-m", module, *words], env=kept, cwd=PROJECT, stdout=output, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    said = printed.read_text(encoding="utf-8", errors="replace")
    if child.returncode:
        raise Failed(f"{module} {' '.join(words)}: exit status {child.returncode}: {said.strip()[-600:]}")
    return Spent(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said)
