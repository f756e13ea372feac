"""The architecture as tests: who may import what, what a stage looks like, how long things are, what SQL files are."""

import ast
import inspect
import re
import sys
from collections.abc import Callable, Iterator
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
    "mending parses sentences", "corrections", "naming places entities", "who_says sources", "what triggers",
    "who roles", "where", "when dates", "mentions", "happenings", "status", "claim claims", "stories duplicates",
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


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_package_imports_only_what_lies_before_it(path: Path) -> None:
    package = path.relative_to(ROOT).parts[0]
    of_ours = {name.split(".")[0] for name in imports_in(tree_of(path))} & set(PACKAGES)
    assert of_ours <= MAY_IMPORT[package]


@pytest.mark.parametrize("path", modules_of("schemas", "seeds"), ids=named)
def test_declarations_need_pyarrow_alone(path: Path) -> None:
    foreign = {name.split(".")[0] for name in imports_in(tree_of(path))} - set(sys.stdlib_module_names) - set(PACKAGES)
    assert foreign <= {"pyarrow"}


@pytest.mark.parametrize("path", modules_of("stages"), ids=named)
def test_stages_are_told_and_never_look(path: Path) -> None:
    tree = tree_of(path)
    found = set(imports_in(tree))
    assert {name for name in found if name in WORLD or name.split(".")[0] in WORLD | STORES} == set()
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    assert [call.id for call in calls if isinstance(call, ast.Name) and call.id in ("open", "print", "input")] == []
    on_names = [(c.value.id, c.attr) for c in calls if isinstance(c, ast.Attribute) and isinstance(c.value, ast.Name)]
    assert [call for call in on_names if call in CLOCKS] == []


@pytest.mark.parametrize("path", modules_of("schemas", "seeds", "stages", "warehouse"), ids=named)
def test_prefect_and_the_command_line_live_in_pipelines(path: Path) -> None:
    assert {name.split(".")[0] for name in imports_in(tree_of(path))} & {"prefect", "typer", "rich"} == set()


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_great_expectations_is_imported_where_it_is_used(path: Path) -> None:
    """It takes seconds to import: no command that does not validate should pay for it."""
    top = ast.Module([node for node in tree_of(path).body if isinstance(node, ast.Import | ast.ImportFrom)], [])
    assert {name.split(".")[0] for name in imports_in(top)} & {"great_expectations"} == set()


@pytest.mark.parametrize("path", [path for path in modules_of("stages") if path.name != "__init__.py"], ids=named)
def test_stages_import_what_lies_before_them(path: Path) -> None:
    ours = [name.split(".") for name in imports_in(tree_of(path)) if name.split(".")[0] == "stages"]
    own = STAGE_STEP[path.relative_to(ROOT / "stages").with_suffix("").parts[0]]
    assert [name for name in ours if name[1:] == [] or STAGE_STEP[name[1]] > own] == []


@pytest.mark.parametrize("folder", sorted((ROOT / "stages").glob("*/__init__.py")), ids=named)
def test_a_folder_of_stages_says_what_it_holds_and_imports_nothing(folder: Path) -> None:
    """What it imported would be imported before each of its modules, and soon in a circle."""
    assert [type(node) for node in tree_of(folder).body] == [ast.Expr]
    assert not folder.parent.with_suffix(".py").exists()  # one name, one thing


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


@pytest.mark.parametrize("path", [*MODULES, *TESTS], ids=named)
def test_a_module_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_MODULE


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_says_what_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not text.strip() or ast.get_docstring(tree_of(path))


Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def definitions_in(tree: ast.AST) -> Iterator[Definition]:
    """Every function, method and class, nested ones too."""
    return (node for node in ast.walk(tree) if isinstance(node, Definition))


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_function_is_short(path: Path) -> None:
    lengths = {
        node.name: node.end_lineno - node.lineno + 1
        for node in definitions_in(tree_of(path))
        if node.end_lineno and not isinstance(node, ast.ClassDef)
    }
    assert {name: length for name, length in lengths.items() if length > MAX_FUNCTION} == {}


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_names_are_of_the_field(path: Path) -> None:
    """No name that could stand for anything."""
    empty = {"manager", "handler", "processor", "util", "utils", "helper", "helpers", "info", "obj", "misc", "common"}
    names = [path.stem, *(node.name for node in definitions_in(tree_of(path)))]
    words = {word for name in names for word in re.findall(r"[A-Z]?[a-z]+", name)}
    assert {word for word in words if word.lower() in empty} == set()


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


WRITTEN = {
    ".py", ".sql", ".csv", ".md", ".toml", ".lock", ".txt", ".html", ".js", ".css", ".json", ".jsonl", ".yaml", ".yml",
}  # fmt: skip
ELSEWHERE = {".git", ".venv", ".prefect", "data", "report", "dist", "model", "node_modules"}
HOSTS = tuple(
    "".join(parts)
    for parts in (("py", "pi"), ("python", "hosted"), ("ana", "conda"), ("npm", "js"), ("hugging", "face"))
)
MACHINE = re.compile(r"(?<![\w.:/])/(?:work|root|home|Users|tmp)/\w")


def written_files() -> list[Path]:
    """What people wrote in this repository, or had generated and committed."""
    files = (path for path in ROOT.rglob("*") if path.suffix in WRITTEN or path.name in ("Makefile", ".gitignore"))
    return sorted(path for path in files if path.is_file() and not path_parts(path) & ELSEWHERE)


def path_parts(path: Path) -> set[str]:
    """The folders a file lies in, below the root; hidden ones but for .ci stand for what tools leave."""
    folders = path.relative_to(ROOT).parts[:-1]
    return {".git" if folder.startswith(".") and folder != ".ci" else folder for folder in folders}


def lines_with(test: Callable[[str], object]) -> list[str]:
    """The lines of written files that a test picks, each with its file."""
    return [
        f"{named(path)}: {line.strip()[:80]}"
        for path in written_files()
        if path != Path(__file__)
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines()
        if test(line)
    ]


def test_no_registry_is_named() -> None:
    hosts = re.compile("|".join(rf"\b{re.escape(host)}\.(?:org|com|co|io)\b" for host in HOSTS))
    assert lines_with(hosts.search) == []


def test_no_path_of_a_machine_is_named() -> None:
    assert lines_with(MACHINE.search) == []


def test_nothing_is_left_to_do() -> None:
    assert lines_with(re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b").search) == []
