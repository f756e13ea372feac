"""What no file of this repository says: a registry's name, a path of a machine, a thing left to do."""

import re
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
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
        f"{path.relative_to(ROOT)}: {line.strip()[:80]}"
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
