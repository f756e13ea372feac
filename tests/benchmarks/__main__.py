"""`python -m tests.benchmarks NAME`: run one benchmark and print its figures beside their floors."""

import argparse
import sys
from importlib import import_module
from pathlib import Path

from pipelines.cli import environment_of
from pipelines.cli_service import DEFAULT
from tests.benchmarks.options import SHARED, Options

NAMES = {
    "gold": "claims, slots, names and articles on annotated pages",
    "plover": "event types of single sentences",
    "muc4": "who did what to whom in wires of 1988-91",
    "places": "places on the map",
    "governorates": "the governorate of Syrian places",
    "times": "times of war narratives",
    "html": "articles from HTML",
    "names": "names",
    "sources": "who says so",
    "factuality": "how sure",
    "copies": "the same story and copies",
    "reports": "claims of annotated reports",
    "news": "claims of real news",
    "growth": "seconds and memory of the corpus-wide stages as the corpus grows",
    "happenings": "one event for each happening of the annotated pages",
    "sentences": "where sentences start and end",
    "language": "the language model",
    "report": "how long pages of the report take to open, and their sizes",
    "speed": "time and memory, as ratios",
}


def main(arguments: list[str]) -> None:
    """Read the options and run the benchmark."""
    listed = "\n".join(f"  {name:<12}{what}" for name, what in NAMES.items())
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks", epilog=listed, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("name", choices=NAMES, metavar="NAME")
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder of the development data")
    parser.add_argument("--errors", type=int, default=0, help="so many wrong answers of each kind are listed")
    parser.add_argument("--docs", default="", help="only these documents, separated by commas (gold)")
    parser.add_argument("--model", help="a spaCy package in place of the shipped model")
    parser.add_argument("--keep", type=Path, help="keep the tables there: the next run makes only what has changed")
    parser.add_argument("--limit", type=int, help="only so many records, for a first impression")
    parser.add_argument("--predictions", type=Path, help="write the claims there in the gold's format (gold)")
    parser.add_argument("--only", default="", help="only these figures, separated by commas: a,c,… (speed)")
    parser.add_argument(
        "--full", action="store_true", help="at the sizes of the targets, which takes hours (speed, growth)"
    )
    given = parser.parse_args(arguments)
    environment_of(DEFAULT)
    options = Options(
        shared=given.shared,
        errors=given.errors,
        documents=tuple(name for name in given.docs.split(",") if name),
        model=given.model,
        kept=given.keep,
        limit=given.limit,
        predictions=given.predictions,
        only=tuple(name for name in given.only.split(",") if name),
        full=given.full,
    )
    import_module(f"tests.benchmarks.{given.name}").run(options)


if __name__ == "__main__":
    main(sys.argv[1:])
