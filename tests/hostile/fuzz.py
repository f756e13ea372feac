"""`python -m tests.hostile.fuzz readers|feeds|text|html [-runs=N] [FOLDER …]`: fuzzing led by coverage.

It needs atheris (`pip install atheris`), which no other part does. A folder keeps the inputs that reached new code; an
input that failed is written to the working folder as `crash-…`, and becomes a case of the tests beside this file.
"""

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

WATCHED = ["stages", "warehouse"]


def main(target: str, options: list[str]) -> None:
    """Fuzz a target until libFuzzer's options say enough, or an input fails; does not return."""
    atheris: Any = import_module("atheris")
    with atheris.instrument_imports(include=WATCHED):
        import_module("tests.hostile.test_chain")
        import_module("tests.hostile.test_readers")
    with TemporaryDirectory(prefix="attest-fuzz-") as folder:
        atheris.Setup([sys.argv[0], *options], target_of(target, Path(folder)))
        atheris.Fuzz()


def target_of(name: str, folder: Path) -> Callable[[bytes], None]:
    """What is fuzzed, as a function of bytes that fails where a promise does; raises KeyError for an unknown name."""
    from tests.hostile.strategies import PACKINGS, SUFFIXES
    from tests.hostile.test_chain import assert_cleaned, assert_page_cleaned
    from tests.hostile.test_readers import assert_feed_read_or_refused, assert_read_or_refused

    kinds = [suffix + packing for suffix in SUFFIXES for packing in PACKINGS]
    targets: dict[str, Callable[[bytes], None]] = {
        "readers": lambda content: assert_read_or_refused(
            folder / f"page{kinds[content[0] % len(kinds) if content else 0]}", content[1:]
        ),
        "feeds": lambda content: assert_feed_read_or_refused(content, ""),
        "text": lambda content: assert_cleaned(content.decode("utf-8", "replace")),
        "html": lambda content: assert_page_cleaned(content.decode("utf-8", "replace")),
    }
    return targets[name]


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
