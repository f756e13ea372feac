"""Progress: a bar on a terminal, a plain line a stage elsewhere; always on standard error."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn


@dataclass(frozen=True, slots=True)
class Stretch:
    """One stage's share of the work: call `advance` once a batch."""

    bar: Progress | None
    task: int

    def advance(self) -> None:
        """One batch more is done."""
        if self.bar is not None:
            self.bar.advance(self.task)  # type: ignore[arg-type]


@contextmanager
def progress_of(name: str, total: int) -> Iterator[Stretch]:
    """Show the progress of a named piece of work of `total` steps."""
    console = Console(stderr=True)
    if not console.is_terminal:
        console.print(f"{name}: {total} {'batch' if total == 1 else 'batches'}", highlight=False)
        yield Stretch(None, 0)
        return
    columns = (TextColumn("{task.description:<14}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console) as bar:
        yield Stretch(bar, bar.add_task(name, total=total))
