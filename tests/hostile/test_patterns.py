"""Every regular expression of the code takes time in proportion to what it reads, whatever the characters are."""

import ast
import importlib
import re
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.hostile.pumps import Pump, pumps_of

ROOT = Path(__file__).parents[2]
PACKAGES = ("schemas", "seeds", "stages", "warehouse", "pipelines")
LONG = 12_000  # characters: a quadratic pattern takes 0.02 seconds of the processor or more, a linear one 0.001
TRIED = ((20, 0.02), (500, 0.05), (LONG, 0.008))  # characters, and the seconds that raise no doubt
HOPELESS = 0.5  # seconds that no linear pattern takes, however disturbed
TIMES = 8  # how many times as long as the other the long text is
TOLERANCE = 2.5  # a linear pattern takes TIMES as long, give or take; a quadratic one TIMES squared
ANCHORED = frozenset({"match", "fullmatch"})
METHODS = ANCHORED | {"compile", "search", "finditer", "findall", "sub", "subn", "split"}
OVER_TORCH = (
    "encoder_batches",
    "encoder_export",
    "encoder_fitting",
    "encoder_model",
    "encoder_weights",
    "second_reader_batches",
    "second_reader_export",
    "second_reader_fitting",
    "second_reader_model",
)  # which need not be installed
FOLLOWED = frozenset({"TAG", "LOOSE_TAG"})  # tried only where a ">" follows: test_long_texts.py has them


class Used(NamedTuple):
    """A pattern, and whether it is tried at the head of a text only or all along it."""

    pattern: re.Pattern[Any]
    is_anchored: bool


@cache
def _trees() -> Mapping[str, ast.Module]:
    """The modules of the code by their dotted names."""
    paths = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
    names = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in paths}
    return {
        name: ast.parse(path.read_text(encoding="utf-8"))
        for name, path in names.items()
        if not name.endswith(("__main__", "prefect_server", *OVER_TORCH))
    }


def _methods() -> Mapping[str, set[str]]:
    """What is called of each name anywhere; a name that is handed on may be used in any way."""
    called: dict[str, set[str]] = defaultdict(set)
    for tree in _trees().values():
        nodes = [*ast.walk(tree)]
        owners = {id(node.value) for node in nodes if isinstance(node, ast.Attribute)}
        compared = {id(each) for node in nodes if isinstance(node, ast.Compare) for each in node.comparators}
        for node in nodes:
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                called[node.value.id].add(node.attr)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and id(node) not in owners | compared:
                called[node.id].add("search")
    return called


def patterns() -> list[Used]:
    """The patterns that modules hold, however deep, and those written where they are used."""
    methods = _methods()
    found: set[Used] = set()
    for name, tree in _trees().items():
        for held, value in vars(importlib.import_module(name)).items():
            is_anchored = methods[held] <= ANCHORED or held in FOLLOWED
            found.update(Used(pattern, is_anchored) for pattern in _held_by(value))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                found.update(_written_in(node))
    return sorted(found, key=repr)


def _held_by(value: object) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple | list | set | frozenset):
        for each in value:
            yield from _held_by(each)
    elif isinstance(value, dict):
        yield from _held_by([*value.values()])
    elif is_dataclass(value) and not isinstance(value, type):
        yield from _held_by([getattr(value, field.name) for field in fields(value)])


def _written_in(call: ast.Call) -> Iterator[Used]:
    """The pattern that a call of the module re is given in so many words."""
    if not (isinstance(call.func, ast.Attribute) and call.func.attr in METHODS and call.args):
        return
    is_module = isinstance(call.func.value, ast.Name) and call.func.value.id == "re"
    first = call.args[0]
    if is_module and isinstance(first, ast.Constant) and isinstance(first.value, str) and call.func.attr != "compile":
        yield Used(re.compile(first.value), call.func.attr in ANCHORED)


def seconds_of(used: Used, pump: Pump, size: int) -> float:
    """The processor's time for a pattern at the head of a text and, where it is so used, all along it."""
    text = pump.text(size)
    read = text.encode() if isinstance(used.pattern.pattern, bytes) else text
    started = time.process_time()
    used.pattern.match(read)
    used.pattern.fullmatch(read)
    if not used.is_anchored:
        for _ in used.pattern.finditer(read):
            pass
    return time.process_time() - started


def is_linear(used: Used, pump: Pump) -> bool:
    """Whether eight times the text takes about eight times as long; what is quick or was disturbed is tried again."""
    for _ in range(2):
        taken = ((seconds_of(used, pump, size), size, seconds) for size, seconds in TRIED)
        slow = next(((long, size) for long, size, seconds in taken if long > seconds), None)
        if slow is None:
            return True
        if slow[1] < LONG or slow[0] > HOPELESS:
            return False
        long = min(slow[0], seconds_of(used, pump, LONG))
        if long < TIMES * TOLERANCE * min(seconds_of(used, pump, LONG // TIMES) for _ in range(3)):
            return True
    return False


@pytest.mark.parametrize(
    ("pattern", "unit"),
    [
        (r"\s+x", " "),  # a run of blanks that may begin at each of them
        (r"a\d+b\d*c|\d+x", "1"),  # in one of several forms
        (r"(?:x+x+)+y", "x"),  # a run that may be divided in ever so many ways
        (r"from:\s*,?\s*x", " "),  # or in two, but only behind some words
        (r"to\b(?!.*that)", "to "),  # and one that is looked along again and again
    ],
)
def test_a_pattern_that_goes_back_is_seen(pattern: str, unit: str) -> None:
    used = Used(re.compile(pattern), is_anchored=False)
    pumps = [pump for pump in pumps_of(used.pattern) if pump.unit == unit]
    assert any(not is_linear(used, pump) for pump in pumps)


def test_every_pattern_takes_linear_time() -> None:
    found = {used.pattern.pattern: [pump for pump in pumps_of(used.pattern) if not is_linear(used, pump)]
             for used in patterns()}  # fmt: skip
    assert {pattern: pumps for pattern, pumps in found.items() if pumps} == {}
