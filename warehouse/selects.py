"""SQL files: one bare SELECT each, whose first comment line says what it is for."""

import re
from dataclasses import dataclass
from pathlib import Path

NOTE = re.compile(r"^-- ([a-z_]+): (.+)$")


@dataclass(frozen=True, slots=True)
class Select:
    """One file: its name, the sentence of its first line, its notes (`-- name: text`), and the statement."""

    name: str
    purpose: str
    notes: dict[str, str]
    body: str

    @property
    def words(self) -> frozenset[str]:
        """Every word of the statement: among them the tables it reads."""
        return frozenset(re.findall(r"[a-z_][a-z0-9_]*", self.body))


def select_in(path: Path) -> Select:
    """The file's SELECT; raises ValueError when its first line is no comment."""
    lines = path.read_text(encoding="utf-8").splitlines()
    head = [line for line in lines if line.startswith("--")]
    if not lines or not lines[0].startswith("-- "):
        raise ValueError(f"{path}: the first line is no comment that says what it is for")
    notes = {match[1]: match[2] for line in head[1:] if (match := NOTE.match(line))}
    body = "\n".join(line for line in lines if not line.startswith("--")).strip().removesuffix(";")
    return Select(path.stem, lines[0].removeprefix("-- ").strip(), notes, body)


def selects_in(folder: Path) -> list[Select]:
    """The folder's SELECTs, by name."""
    return [select_in(path) for path in sorted(folder.glob("*.sql"))]
