"""Figures beside their floors."""

from collections.abc import Iterable
from dataclasses import dataclass

from rich.table import Table

from pipelines.scoreboard import console_of, table_of


@dataclass(frozen=True, slots=True)
class Measured:
    """One figure; `floor` is the least (or, with `is_ceiling`, the most) it may be, null where none is set."""

    name: str
    value: float
    floor: float | None = None
    is_ceiling: bool = False
    note: str = ""

    @property
    def verdict(self) -> str:
        """Whether the floor holds; empty where there is none."""
        if self.floor is None:
            return ""
        return "holds" if (self.value <= self.floor if self.is_ceiling else self.value >= self.floor) else "MISSED"


def show(title: str, measured: Iterable[Measured]) -> None:
    """Print figures, the floors, and which of them hold."""
    table: Table = table_of("", "measure", "value", "floor", "")
    for each in measured:
        sign = "≤" if each.is_ceiling else "≥"
        floor = "" if each.floor is None else f"{sign} {each.floor:g}"
        table.add_row(f"{each.name}  {each.note}".rstrip(), f"{each.value:.3f}", floor, each.verdict)
    console = console_of()
    console.print(title)
    console.print(table)


def ratios(name: str, figure: dict[str, float], floor: float | None = None) -> list[Measured]:
    """Precision, recall and F1 of a scorer that gives percentages."""
    return [
        Measured(f"{name} precision", figure["P"] / 100),
        Measured(f"{name} recall", figure["R"] / 100),
        Measured(f"{name} F1", figure["F1"] / 100, floor),
    ]
