"""Figures of start-up: what it takes until each command answers."""

from collections.abc import Iterator

from tests.benchmarks.speed.bench import Bench
from tests.benchmarks.speed.figure import Figure
from tests.benchmarks.speed.spent import spent_by

REPEATS = 2
HELP, SQL = 0.5, 1.5  # seconds


def starts(bench: Bench) -> Iterator[Figure]:
    """(j) The least seconds of CPU of a few starts of every command that ends by itself."""
    folder = bench.warehouse("marts").with_name("bundled")
    at = ["--warehouse", str(folder)]
    commands: dict[str, tuple[list[str], float | None]] = {
        "--help": (["--help"], HELP),
        "run --help": (["run", "--help"], HELP),
        "sql": (["sql", "select count(*) from claims", *at], SQL),
        "tables": (["tables", *at], None),
        "tables claims": (["tables", "claims", *at], None),
        "explain": (["explain", str(bench.ask(folder, "select claim_id from claims limit 1")[0][0]), *at], None),
        "export": (["export", str(bench.folder / "exports"), *at], None),
        "check": (["check", *at], None),
        "build": (["build", *at], None),
        "report": (["report", *at], None),
    }
    for name, (words, target) in commands.items():
        spent = [spent_by(*words, folder=bench.folder / "starts") for _ in range(REPEATS)]
        yield Figure(f"(j) attest {name}", min(each.cpu for each in spent), "s CPU", target)
