"""Figures of speed: each a ratio or cost seen in one run, beside its target and what was seen before."""

import json
import os
import platform
import subprocess
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pipelines.scoreboard import console_of, table_of
from tests.benchmarks.options import PROJECT

HISTORY = Path(__file__).with_name("history.jsonl")
WORSE = 1.25  # times what it was: more than a busy machine explains


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure; `target` is the least (or, with `is_ceiling`, the most) it may be, null where none is set."""

    name: str
    value: float
    unit: str = ""
    target: float | None = None
    is_ceiling: bool = True

    @property
    def verdict(self) -> str:
        """Whether the target is met; empty where there is none."""
        if self.target is None:
            return ""
        return "met" if (self.value <= self.target if self.is_ceiling else self.value >= self.target) else "MISSED"

    def change(self, before: float | None) -> str:
        """What it was, with an alarm where it is worse by more than a busy machine explains."""
        if before is None:
            return ""
        is_worse = self.value > before * WORSE if self.is_ceiling else self.value < before / WORSE
        return f"{before:.3g}{' WORSE' if is_worse and abs(self.value - before) > 0.05 else ''}"


def machine() -> dict[str, object]:
    """The machine in words that name no host."""
    with open("/proc/cpuinfo", encoding="utf-8") as lines:  # noqa: PTH123 - no file of ours
        names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "processor": names[0] if names else platform.machine(),
        "cores": os.cpu_count(),
        "memory_gib": round(memory),
        "system": platform.system(),
        "python": platform.python_version(),
    }


def further_cost(few: tuple[int, float], many: tuple[int, float]) -> float:
    """What one more document costs, from the costs of two numbers of them: start-up falls out."""
    (fewer, cost), (more, higher) = few, many
    if more <= fewer:
        raise ValueError(f"{more} documents are not more than {fewer}")
    return (higher - cost) / (more - fewer)


def show(title: str, figures: Sequence[Figure], size: str) -> None:
    """Print the figures beside their targets and the last figures of this machine and size."""
    before = last_seen(machine(), size)
    table = table_of("", "figure", "value", "target", "", "before")
    for figure in figures:
        sign = "≤" if figure.is_ceiling else "≥"
        target = "" if figure.target is None else f"{sign} {figure.target:g}"
        value = f"{figure.value:.3g} {figure.unit}".strip()
        table.add_row(figure.name, value, target, figure.verdict, figure.change(before.get(figure.name)))
    console = console_of()
    console.print(f"{title} · {' · '.join(f'{name} {value}' for name, value in machine().items())}", highlight=False)
    console.print(table)


def entries(history: Path = HISTORY) -> list[dict[str, Any]]:
    """The measurements so far, the oldest first."""
    lines = history.read_text(encoding="utf-8").splitlines() if history.exists() else []
    return [json.loads(line) for line in lines]


def last_seen(on: dict[str, object], size: str, history: Path = HISTORY) -> dict[str, float]:
    """The latest value of every figure on a machine like this one, at this size."""
    seen: dict[str, float] = {}
    for entry in entries(history):
        if (entry["machine"], entry["size"]) == (on, size):
            seen |= {figure["name"]: figure["value"] for figure in entry["figures"]}
    return seen


def remember(figures: Sequence[Figure], size: str, history: Path = HISTORY) -> None:
    """Add a line to the history."""
    if not figures:
        return
    entry = {
        "measured_at": datetime.now(UTC).isoformat(timespec="minutes"),
        "commit": _commit(),
        "load": round(os.getloadavg()[0], 1),
        "machine": machine(),
        "size": size,
        "figures": [{**asdict(figure), "value": float(f"{figure.value:.4g}")} for figure in figures],
    }
    with history.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(entry) + "\n")


def _commit() -> str | None:
    asked = ["git", "rev-parse", "--short", "HEAD"]
    found = subprocess.run(asked, cwd=PROJECT, capture_output=True, text=True, check=False)  # noqa: S603
    return found.stdout.strip() or None
