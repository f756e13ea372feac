"""Versions of code: a hash over a stage's module and every module of this project that it imports."""

import ast
import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
PACKAGES = ("stages", "schemas")


@cache
def code_version(module: str) -> str:
    """SHA-256 over the sources that a module of stages/ or schemas/ consists of, itself included."""
    digest = hashlib.sha256()
    for name in sorted(_reached_from(module)):
        digest.update(name.encode())
        digest.update(_source_of(name).read_bytes())
    return digest.hexdigest()


def _reached_from(module: str) -> set[str]:
    reached: set[str] = set()
    waiting = [module]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting.extend(_imports_of(name))
    return reached


@cache
def _imports_of(module: str) -> tuple[str, ...]:
    tree = ast.parse(_source_of(module).read_text(encoding="utf-8"))
    names: list[str] = []
    for node in _statements(tree.body):
        if isinstance(node, ast.ImportFrom) and node.module:
            names.append(node.module)
            names.extend(f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            names.extend(alias.name for alias in node.names)
    return tuple(name for name in names if name.partition(".")[0] in PACKAGES and _source_of(name).is_file())


def _statements(nodes: Iterable[ast.AST]) -> Iterator[ast.AST]:
    """Each statement and those within it; imports are never within expressions, which are most of a tree."""
    for node in nodes:
        yield node
        for part in ("body", "orelse", "handlers", "finalbody", "cases"):
            yield from _statements(getattr(node, part, ()))


def _source_of(module: str) -> Path:
    """The file of a module; the packages' own __init__ modules list everything and so say nothing of one stage."""
    return PROJECT.joinpath(*module.split(".")).with_suffix(".py")
