"""Growth of the corpus-wide stages: seconds and memory from a hundred documents to twenty thousand.

`python -m tests.benchmarks.growth STAGE FOLDER` makes one stage's tables in a warehouse: what is measured.
"""

import math
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.table import Table

from pipelines.commands import settings_of
from pipelines.resources import resources_for
from pipelines.scoreboard import console_of, table_of
from pipelines.scratch import lend_gazetteers, make_tables
from stages import STAGES
from tests.benchmarks.figures import Measured, show
from tests.benchmarks.options import Options
from tests.benchmarks.speed.feeds import plain_feed
from tests.benchmarks.speed.spent import Spent, spent_by
from warehouse.inputs import input_rows
from warehouse.store import CORPUS, Store

BATCH = 100  # documents: the smallest size, and the grain of the others
SIZES = (100, 500, 2_000)
FULL = (100, 1_000, 5_000, 20_000)
MEASURED = ("duplicates", "stories", "entities", "events")
STEEPEST = 1.25  # exponent of time in documents, from the second size to the last: n log n has about 1.1
MOST = 1_500.0  # MiB of the largest stage at the largest size
BASIS = ("landed", "raw_documents", "documents", "mentions", "claims", "signatures", "correction_outcomes",
         "place_outcomes", "sentences")  # fmt: skip


def run(options: Options) -> None:
    """Print seconds and peak memory of each stage at each size, and how steeply they grow."""
    sizes = [size for size in (FULL if options.full else SIZES) if options.limit is None or size <= options.limit]
    with TemporaryDirectory(prefix="attest-growth-") as temporary, options.settings("growth") as settings:
        folder = Path(temporary)
        batched = settings_of(settings.root, {"batch_size": BATCH})
        feed = plain_feed(options.kept or folder, sizes[-1], options.bench)
        whole = make_tables([str(feed)], batched, ["claims", "signatures", "mentions"])
        spent: dict[str, list[Spent]] = {name: [] for name in MEASURED}
        for size in sizes:
            part = first_of(whole, size, folder / str(size))
            lend_gazetteers(batched.root / "data", part.root / "data")
            for name in MEASURED:
                spent[name].append(spent_by(name, str(part.root), folder=folder / "home", module=__name__))
    _print(sizes, spent)


def first_of(store: Store, size: int, folder: Path) -> Store:
    """A store of the first batches of another, so many documents, whose files are linked and not copied."""
    part = Store(folder)
    for table in BASIS:
        for batch_id in store.batches("landed")[: size // BATCH]:
            path = store.current(table, batch_id)
            if path is not None:
                link = part.path_of(table, batch_id)
                link.parent.mkdir(parents=True, exist_ok=True)
                link.symlink_to(path.absolute())
    return part


def make(name: str, folder: Path) -> None:
    """Make the tables of one corpus-wide stage."""
    settings = settings_of(folder, {})
    store = Store(settings.root)
    stage = next(stage for stage in STAGES if stage.name == name)
    made = stage.function(*(input_rows(each, store) for each in stage.reads), **resources_for(stage, settings))
    for table in stage.makes:
        rows = made.rows if table is stage.makes[0] else made.also[table.name]
        store.write(table, CORPUS, rows, "measured", staged=False)
    print(made.rows.num_rows, peak())


def peak() -> int:
    """The most memory this process has had, in MiB; what its parent had before it began is left out."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM:"))


def steepness(sizes: list[int], seconds: list[float]) -> float:
    """The exponent by which time grows with documents, from the second size to the last, start-up taken off."""
    start = min(seconds) * 0.9  # what the smallest costs is nearly all the start of a process
    low, high = (max(seconds[at] - start, 0.05) for at in (1, -1))
    return math.log(high / low) / math.log(sizes[-1] / sizes[1])


def _print(sizes: list[int], spent: dict[str, list[Spent]]) -> None:
    table: Table = table_of("", "stage", "documents", "rows", "seconds of CPU", "MiB")
    for name, size, each in _rows(sizes, spent):
        rows, memory = told_by(each)
        table.add_row(name, f"{size:,}", f"{rows:,}", f"{each.cpu:.1f}", f"{memory:,}")
    console_of().print(table)
    figures = [
        Measured(f"{name}: exponent of time", steepness(sizes, [each.cpu for each in made]), STEEPEST, is_ceiling=True)
        for name, made in spent.items()
        if len(sizes) > 2
    ]
    most = max(told_by(each)[1] for made in spent.values() for each in made)
    show("growth of the corpus-wide stages", [*figures, Measured("peak memory, MiB", most, MOST, is_ceiling=True)])


def told_by(spent: Spent) -> tuple[int, int]:
    """The rows that a measured process made, and its peak in MiB, as it printed them last."""
    rows, memory = spent.output.split()[-2:]
    return int(rows), int(memory)


def _rows(sizes: list[int], spent: dict[str, list[Spent]]) -> Iterator[tuple[str, int, Spent]]:
    for name, made in spent.items():
        for size, each in zip(sizes, made, strict=True):
            yield name, size, each


if __name__ == "__main__":
    make(sys.argv[1], Path(sys.argv[2]))
