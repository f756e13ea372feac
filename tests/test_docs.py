"""The pages on operation: every command and option that they show is there, and so is every file they point to."""

import configparser
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from pipelines.cli import app
from pipelines.notifying import COMMAND, URL, WATCHES
from warehouse.feed_file import feeds_in

ROOT = Path(__file__).parents[1]
PAGES = [*sorted((ROOT / "docs").glob("*.md")), ROOT / "SECURITY.md"]
EXAMPLES = sorted((ROOT / "docs" / "examples").iterdir())


def commands_in(text: str) -> Iterator[list[str]]:
    """The words of every `attest` command that stands in a block or between backticks, or is started by a service."""
    shown = re.findall(r"`(attest [^`]+)`", text) + re.findall(r"^(?:ExecStart=\S*/)?(attest .*)$", text, re.MULTILINE)
    for line in shown:
        yield shlex.split(line.split(" > ")[0], comments=True)[1:]


COMMANDS = [words for page in (*PAGES, *EXAMPLES) for words in commands_in(page.read_text(encoding="utf-8"))]


def test_the_pages_show_commands() -> None:
    assert {words[0] for words in COMMANDS} >= {"serve", "status", "prune", "backup", "restore", "run", "sql"}


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_command_that_is_shown_is_there(words: list[str]) -> None:
    group = typer.main.get_command(app)
    command = group.commands[words[0]]  # type: ignore[attr-defined]
    options = {option for each in command.params for option in each.opts}
    assert {word.partition("=")[0] for word in words if word.startswith("--")} <= options


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_points_to_is_there(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_the_variables_are_the_ones_that_are_read() -> None:
    text = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    assert [name for name in (COMMAND, URL, WATCHES) if f"`{name}`" not in text] == []


def test_the_feeds_of_the_example_can_be_read() -> None:
    assert len(feeds_in(ROOT / "docs" / "examples" / "feeds.toml").feeds) == 3


@pytest.mark.parametrize("unit", [path for path in EXAMPLES if path.suffix in (".service", ".timer")], ids=str)
def test_a_unit_can_be_read(unit: Path) -> None:
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.read(unit, encoding="utf-8")
    assert "Unit" in parser.sections()
