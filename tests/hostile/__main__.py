"""`python -m tests.hostile [--tiny N] [--workers N]`: run attest over the hostile corpus; print what became of it."""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

import seeds
from pipelines.scratch import lend_gazetteers
from stages.cleaning.html_body import clean_html
from stages.cleaning.page import clean_text
from stages.cleaning.phrases import Phrases
from stages.raw_documents import Decoded, decode
from tests.hostile.folder import WORD, write_items
from warehouse.finding import strangeness_of
from warehouse.items import Item, printable
from warehouse.readers import items_in

LIMIT = 3_600.0  # seconds after which a run counts as stalled
MAX_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one run made of the corpus."""

    status: int
    said: str
    seconds: float
    peak: int  # bytes of the largest process of the run
    accepted: int
    rejected: Counter[str]
    unaccounted: list[str]
    leaked: int  # rows that hold a word from outside the inputs


def run_over(folder: Path, written: Sequence[Path], workers: int) -> Outcome:
    """Run the command line over the corpus, as a user would, and look at the tables."""
    root = folder / "warehouse"
    words = ["run", str(folder / "in"), "--warehouse", str(root), "--workers", str(workers)]
    words += ["--max-bytes", str(MAX_BYTES)]
    started = time.monotonic()
    ended = subprocess.run(  # noqa: S603 - this project's own command
        [sys.executable, "-m", "pipelines", *words],
        capture_output=True,
        text=True,
        timeout=LIMIT,
        check=False,
        errors="replace",
    )
    seconds = time.monotonic() - started
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    if not (root / "attest.duckdb").exists():
        return Outcome(ended.returncode, ended.stderr, seconds, peak, 0, Counter(), [str(path) for path in written], 0)
    with duckdb.connect(str(root / "attest.duckdb"), read_only=True) as connection:
        return Outcome(ended.returncode, ended.stderr, seconds, peak, *_tables(connection, folder / "in", written))


def _tables(
    connection: duckdb.DuckDBPyConnection, inputs: Path, written: Sequence[Path]
) -> tuple[int, Counter[str], list[str], int]:
    (accepted,) = connection.execute("select count(*) from documents").fetchall()[0]
    rejected = connection.execute("select reason_code, count(*) from rejects group by all").fetchall()
    told = connection.execute("select uri from raw_documents union select uri from rejects").fetchall()
    seen = {str(uri).partition("#")[0] for (uri,) in told} | {str(uri) for (uri,) in told}
    renamed = {inputs / "records", inputs / "sidecars"}  # a record or a sidecar may give another address
    missing = [str(path) for path in written if printable(str(path)) not in seen and renamed.isdisjoint(path.parents)]
    missing = [path for path in missing if path.partition("#")[0] not in seen]
    (leaked,) = connection.execute(
        "select count(*) from raw_documents where contains(lower(concat_ws(' ', text, uri, given_outlet)), ?)",
        [WORD],
    ).fetchall()[0]
    return accepted, Counter(dict(rejected)), missing, leaked


def slowest_of(written: Sequence[Path], inputs: str) -> tuple[float, str]:
    """The item that takes longest to read, decode and clean: seconds, and its name."""
    phrases = Phrases.of(seeds.load("boilerplate"))
    slowest = (0.0, "")
    for path in written:
        if strangeness_of(str(path), [inputs]) is not None:
            continue
        started = time.monotonic()
        for found in items_in(str(path), MAX_BYTES):
            if isinstance(found, Item):
                _clean(found, phrases)
        slowest = max(slowest, (time.monotonic() - started, str(path.relative_to(inputs))))
    return slowest


def _clean(item: Item, phrases: Phrases) -> None:
    made = decode(item.content, media_type=item.media_type, charset=item.charset)
    if isinstance(made, Decoded):
        if made.media_type == "text/html":
            clean_html(made.text, phrases=phrases)
        else:
            clean_text(made.text, phrases=phrases)


def lines_of(count: int, outcome: Outcome, slowest: tuple[float, str]) -> list[str]:
    """The table in Markdown."""
    rows: list[tuple[str, str]] = [("hostile input", "count"), ("---", "---:")]
    rows += [("items written", f"{count:,}"), ("documents accepted", f"{outcome.accepted:,}")]
    rows += [(f"rejected: `{reason}`", f"{often:,}") for reason, often in sorted(outcome.rejected.items())]
    rows += [
        ("items without a row", f"{len(outcome.unaccounted):,}"),
        ("read from outside the inputs", f"{outcome.leaked:,}"),
        ("crashes", str(int(outcome.status != 0))),
        ("peak memory of the run's largest process", f"{outcome.peak / 1e6:,.0f} MB"),
        ("the whole run", f"{outcome.seconds:,.0f} s"),
        (f"slowest item to read and clean (`{slowest[1]}`)", f"{slowest[0]:.1f} s"),
    ]
    return [f"| {' | '.join(row)} |" for row in rows]


def main() -> int:
    """Run it; 1 when an item crashed the run, has no row, or came from outside."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tiny", type=int, default=1_000)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="attest-hostile-") as name:
        folder = Path(name)
        written = write_items(folder, given.tiny)
        lend_gazetteers(Path("warehouse").absolute() / "data", folder / "warehouse" / "data")
        outcome = run_over(folder, written, given.workers)
        print("\n".join(lines_of(len(written), outcome, slowest_of(written, str(folder / "in")))))
        for path in outcome.unaccounted[:10]:
            print(f"no row: {path!r}", file=sys.stderr)
        print(outcome.said[-2_000:], file=sys.stderr)
    return 1 if outcome.status or outcome.unaccounted or outcome.leaked else 0


if __name__ == "__main__":
    sys.exit(main())
