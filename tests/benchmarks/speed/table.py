"""`python -m tests.benchmarks.speed.table [PAGE…]`: the last figures as Markdown, printed, or put into those pages."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks.speed.figure import Figure, entries

BEGIN, END = "<!-- speed: begin -->", "<!-- speed: end -->"


def table_of(measurements: Sequence[dict[str, Any]]) -> str:
    """The latest value of every figure taken on the machine last measured; raises LookupError without any.

    Each says at which size it was taken: `modest` and `full` are those of `bench.py`.
    """
    if not measurements:
        raise LookupError("nothing has been measured: python -m tests.benchmarks speed")
    last = measurements[-1]
    alike = [entry for entry in measurements if entry["machine"] == last["machine"]]
    found = {figure["name"]: (Figure(**figure), entry["size"]) for entry in alike for figure in entry["figures"]}
    machine = last["machine"]
    on = f"{machine['cores']} cores of {machine['processor']}, {machine['memory_gib']} GiB, Python {machine['python']}"
    days = sorted({entry["measured_at"][:10] for entry in alike})
    taken = f"{' to '.join(dict.fromkeys((days[0], days[-1])))}, {on}"
    head = [f"`python -m tests.benchmarks speed`: {taken}.", ""]
    head += ["| figure | value | target | | size |", "|---|---:|---:|---|---|"]
    return "\n".join([*head, *(_line_of(*found[name]) for name in sorted(found))])


def _line_of(figure: Figure, size: str) -> str:
    target = "" if figure.target is None else f"{'≤' if figure.is_ceiling else '≥'} {figure.target:g}"
    return f"| {figure.name} | {figure.value:.3g} {figure.unit}".rstrip() + f" | {target} | {figure.verdict} | {size} |"


def placed(text: str, table: str) -> str:
    """The text with the table between its marks; raises LookupError where it has none."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        raise LookupError(f"no lines {BEGIN} and {END}")
    return f"{before}{begin}\n{table}\n{end}{after}"


def main(pages: Sequence[str]) -> None:
    """Print the table, or put it into the pages."""
    table = table_of(entries())
    for page in map(Path, pages):
        page.write_text(placed(page.read_text(encoding="utf-8"), table), encoding="utf-8")
    if not pages:
        print(table)


if __name__ == "__main__":
    main(sys.argv[1:])
