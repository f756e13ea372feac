"""Every regular expression of the code takes time in proportion to what it reads, whatever the characters are."""

import ast
import importlib
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("schemas", "seeds", "stages", "warehouse", "pipelines")
SHORT, TIMES = 5_000, 4  # characters, and how many times as many the long text has
TOLERANCE = 2.5  # a linear pattern takes TIMES as long, give or take; a quadratic one TIMES squared
NOTICED = 0.02  # seconds of the processor: what the long text takes in less is no trouble
UNITS = (
    *"aAé1 .,;:-'\"’“(<>&=/\n\t\r\u00a0\u0301\u0627\u4e00_@#[",
    "a ",
    "A ",
    "Aa ",
    "1 ",
    "a1",
    "a.",
    "A.",
    "A. ",
    ", ",
    "a, ",
    "\n\n",
    " \n",
    "- ",
    "1,",
    "1.",
    "one ",
    "of ",
    "and ",
    "<a",
    "<a ",
    "<!--",
    "&a",
    "a=",
    "12:",
    "1/1",
    "2012 ",
    "May ",
    "'s ",
    "http://a",
    "a@a",
    "(a",
)
LITERAL = {"compile", "search", "match", "fullmatch", "finditer", "findall", "sub", "split"}


def patterns() -> Iterator[re.Pattern[str]]:
    """The patterns that modules hold, however deep, and those written where they are used."""
    for path in sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        if name.endswith(("__main__", "prefect_server")):
            continue
        module = importlib.import_module(name)
        for value in vars(module).values():
            yield from _held_by(value)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in LITERAL
                and node.args
            ):
                first = node.args[0]
                is_module = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
                if is_module and isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield re.compile(first.value)


def _held_by(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple | list | set | frozenset):
        for each in value:
            yield from _held_by(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _held_by(each)


def seconds_of(pattern: re.Pattern[str], unit: str, size: int) -> float:
    """The processor's time for every match of a pattern in a text of one unit again and again."""
    text = unit * (size // len(unit))
    read = text.encode() if isinstance(pattern.pattern, bytes) else text
    started = time.process_time()
    for _ in pattern.finditer(read):  # type: ignore[arg-type]
        pass
    pattern.match(read)  # type: ignore[arg-type]
    return time.process_time() - started


def is_linear(pattern: re.Pattern[str], unit: str) -> bool:
    """Whether four times the text takes about four times as long; what is quick or was disturbed is tried again."""
    for _ in range(3):
        long = seconds_of(pattern, unit, SHORT * TIMES)
        if long < NOTICED or long < TIMES * TOLERANCE * seconds_of(pattern, unit, SHORT):
            return True
    return False


@pytest.mark.slow
@pytest.mark.parametrize("pattern", sorted(set(patterns()), key=repr), ids=lambda pattern: repr(pattern.pattern)[:60])
def test_a_pattern_takes_linear_time(pattern: re.Pattern[str]) -> None:
    assert [unit for unit in UNITS if not is_linear(pattern, unit)] == []
