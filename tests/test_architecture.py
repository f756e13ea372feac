"""The architecture as tests: who may import what, what a stage looks like, how long things are, what SQL files are."""

import ast
import inspect
import re
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from pathlib import Path

import duckdb
import pytest

from schemas import TABLES
from stages import STAGES
from stages.stage import Made, Stage
from warehouse.selects import select_in

ROOT = Path(__file__).parents[1]
PACKAGES = ("schemas", "seeds", "stages", "warehouse", "pipelines")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
SQL_FILES = sorted(path for path in (ROOT / "warehouse").rglob("*.sql") if path.name != "tables.sql")
MAX_MODULE = 250  # lines
MAX_FUNCTION = 45  # lines

# What each package may import of the others; of the rest of the world, what it may not.
MAY_IMPORT = {
    "schemas": {"schemas"},
    "seeds": {"schemas", "seeds"},
    "stages": {"schemas", "stages"},
    "warehouse": {"schemas", "seeds", "warehouse"},
    "pipelines": set(PACKAGES),
}
# Folders of stages/ and modules beside them in steps: each imports those of its own step and of the steps before it.
STAGE_ORDER = (
    "stage document", "cleaning raw_documents documents", "words", "parsing", "how_many counts", "grammar", "how_sure",
    "parses sentences", "corrections", "naming places entities", "who_says sources", "what triggers",
    "who roles", "where", "when dates", "mentions", "happenings", "status", "claim second_reader claims",
    "stories duplicates",
    "grouping events", "training", "scoring",
)  # fmt: skip
STAGE_STEP = {name: step for step, names in enumerate(STAGE_ORDER) for name in names.split()}
WORLD = {  # files, network, clock, environment, randomness, processes, logging
    "asyncio", "glob", "http", "io", "logging", "multiprocessing", "os", "pathlib", "random", "requests", "secrets",
    "shutil", "socket", "sqlite3", "subprocess", "sys", "tempfile", "threading", "time", "urllib.request", "uuid",
}  # fmt: skip
STORES = {"duckdb", "fsspec", "great_expectations", "pandas", "prefect", "rich", "s3fs", "typer"}
CLOCKS = {("date", "today"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow")}


def named(path: Path) -> str:
    """A file as it is called in this repository."""
    return str(path.relative_to(ROOT))


@cache
def tree_of(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imports_in(tree: ast.AST) -> Iterator[str]:
    """The modules that a tree imports, wherever it does."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def modules_of(*packages: str) -> list[Path]:
    """The modules of those packages."""
    return [path for path in MODULES if path.relative_to(ROOT).parts[0] in packages]


def breaking(paths: Iterable[Path], rule: Callable[[Path], Collection[object]]) -> dict[str, Collection[object]]:
    """What breaks a rule in each of those files where anything does. One test a rule: a test a file costs seconds."""
    return {named(path): found for path in paths if (found := rule(path))}


def test_a_package_imports_only_what_lies_before_it() -> None:
    def too_early(path: Path) -> set[str]:
        of_ours = {name.split(".")[0] for name in imports_in(tree_of(path))} & set(PACKAGES)
        return of_ours - MAY_IMPORT[path.relative_to(ROOT).parts[0]]

    assert breaking(MODULES, too_early) == {}


def test_declarations_need_pyarrow_alone() -> None:
    def foreign(path: Path) -> set[str]:
        packages = {name.split(".")[0] for name in imports_in(tree_of(path))}
        return packages - set(sys.stdlib_module_names) - set(PACKAGES) - {"pyarrow"}

    assert breaking(modules_of("schemas", "seeds"), foreign) == {}


def test_stages_are_told_and_never_look() -> None:
    def looks(path: Path) -> list[object]:
        tree = tree_of(path)
        imported = {name for name in imports_in(tree) if name in WORLD or name.split(".")[0] in WORLD | STORES}
        calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
        bare = [call.id for call in calls if isinstance(call, ast.Name) and call.id in ("open", "print", "input")]
        attributes = [call for call in calls if isinstance(call, ast.Attribute) and isinstance(call.value, ast.Name)]
        on_names = [(ast.unparse(call.value), call.attr) for call in attributes]
        return [*imported, *bare, *(call for call in on_names if call in CLOCKS)]

    assert breaking(modules_of("stages"), looks) == {}


def test_prefect_and_the_command_line_live_in_pipelines() -> None:
    def running(path: Path) -> set[str]:
        return {name.split(".")[0] for name in imports_in(tree_of(path))} & {"prefect", "typer", "rich"}

    assert breaking(modules_of("schemas", "seeds", "stages", "warehouse"), running) == {}


def test_great_expectations_is_imported_where_it_is_used() -> None:
    """It takes seconds to import: no command that does not validate should pay for it."""

    def at_the_top(path: Path) -> set[str]:
        top = ast.Module([node for node in tree_of(path).body if isinstance(node, ast.Import | ast.ImportFrom)], [])
        return {name.split(".")[0] for name in imports_in(top)} & {"great_expectations"}

    assert breaking(MODULES, at_the_top) == {}


def test_stages_import_what_lies_before_them() -> None:
    def later(path: Path) -> list[object]:
        ours = [name.split(".") for name in imports_in(tree_of(path)) if name.split(".")[0] == "stages"]
        own = STAGE_STEP[path.relative_to(ROOT / "stages").with_suffix("").parts[0]]
        return [name for name in ours if name[1:] == [] or STAGE_STEP[name[1]] > own]

    assert breaking([path for path in modules_of("stages") if path.name != "__init__.py"], later) == {}


def test_a_folder_of_stages_says_what_it_holds_and_imports_nothing() -> None:
    """What it imported would be imported before each of its modules, and soon in a circle."""

    def more_than_words(folder: Path) -> list[str]:
        kinds = [type(node).__name__ for node in tree_of(folder).body]
        same = folder.parent.with_suffix(".py")  # one name, one thing
        return [*(kinds if kinds != ["Expr"] else []), *([same.name] if same.exists() else [])]

    assert breaking(sorted((ROOT / "stages").glob("*/__init__.py")), more_than_words) == {}


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_a_stage_takes_the_tables_it_reads_and_what_it_uses(stage: Stage) -> None:
    signature = inspect.signature(stage.function, eval_str=True)
    kinds: dict[object, list[str]] = {}
    for parameter in signature.parameters.values():
        kinds.setdefault(parameter.kind, []).append(parameter.name)
    assert tuple(kinds.pop(inspect.Parameter.POSITIONAL_OR_KEYWORD, [])) == stage.reads
    assert sorted(kinds.pop(inspect.Parameter.KEYWORD_ONLY, [])) == sorted(stage.uses)
    assert kinds == {}
    assert signature.return_annotation is Made


def test_stages_come_after_what_they_read_and_make_every_table() -> None:
    made = {"landed"}
    inputs = {path.stem for path in (ROOT / "warehouse" / "inputs").glob("*.sql")}
    for stage in STAGES:
        assert set(stage.reads) <= made | inputs, stage.name
        made |= {table.name for table in stage.makes}
    assert made == {name for name, table in TABLES.items() if table.per != "run"} - {"rejects"}


def test_a_module_is_short() -> None:
    def too_many_lines(path: Path) -> list[int]:
        lines = len(path.read_text(encoding="utf-8").splitlines())
        return [lines] if lines > MAX_MODULE else []

    assert breaking([*MODULES, *TESTS], too_many_lines) == {}


def test_a_module_says_what_it_is() -> None:
    def unsaid(path: Path) -> list[str]:
        return [] if ast.get_docstring(tree_of(path)) else path.read_text(encoding="utf-8").split()[:1]

    assert breaking(MODULES, unsaid) == {}


Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def definitions_in(tree: ast.AST) -> Iterator[Definition]:
    """Every function, method and class, nested ones too."""
    return (node for node in ast.walk(tree) if isinstance(node, Definition))


def test_a_function_is_short() -> None:
    def too_long(path: Path) -> dict[str, int]:
        lengths = {
            node.name: node.end_lineno - node.lineno + 1
            for node in definitions_in(tree_of(path))
            if node.end_lineno and not isinstance(node, ast.ClassDef)
        }
        return {name: length for name, length in lengths.items() if length > MAX_FUNCTION}

    assert breaking(MODULES, too_long) == {}


def test_names_are_of_the_field() -> None:
    """No name that could stand for anything."""
    empty = {"manager", "handler", "processor", "util", "utils", "helper", "helpers", "info", "obj", "misc", "common"}

    def saying_nothing(path: Path) -> set[str]:
        names = [path.stem, *(node.name for node in definitions_in(tree_of(path)))]
        words = {word for name in names for word in re.findall(r"[A-Z]?[a-z]+", name)}
        return {word for word in words if word.lower() in empty}

    assert breaking(MODULES, saying_nothing) == {}


@pytest.mark.parametrize("path", SQL_FILES, ids=named)
def test_an_sql_file_is_one_select_that_says_what_it_is_for(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    select = select_in(path)
    assert len(select.purpose.split()) > 2
    bare = re.sub(r"--.*|'[^']*'", "", text)
    assert ";" not in bare
    assert "{{" not in bare
    assert re.findall(r"\b[A-Z]{2,}\b", bare) == []
    (statement,) = duckdb.extract_statements(select.body)
    assert statement.type == duckdb.StatementType.SELECT
