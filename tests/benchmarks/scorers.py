"""The benchmarks' own scorers, run as they are on our output in their format."""

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.benchmarks.options import Options

Record = dict[str, Any]


def records_of(options: Options, name: str) -> list[Record]:
    """The records of a benchmark, at most as many as asked for."""
    path = options.bench / "data" / f"{name}.jsonl"
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in islice(lines, options.limit)]


def written(folder: Path, records: Iterable[Mapping[str, object]], name: str = "records.jsonl") -> Path:
    """One record a line."""
    path = folder / name
    path.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
    return path


def scored(options: Options, scorer: str, predictions: Iterable[Mapping[str, object]], *arguments: str) -> Record:
    """What a scorer that answers in JSON says; the predictions stand where the arguments have `PRED`."""
    with TemporaryDirectory() as folder:
        path = str(written(Path(folder), predictions))
        command = [
            sys.executable,
            str(options.bench / scorer),
            *(path if each == "PRED" else each for each in arguments),
        ]
        answer = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - a scorer of ours
    figures: Record = json.loads(answer.stdout)
    return figures
