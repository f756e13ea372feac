"""Finding files: what folders, patterns and addresses name, without following a link to where no input is."""

import glob
import stat
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from warehouse.compression import bare_suffix
from warehouse.remote import Unreachable, byte_counts_at

STANDARD_INPUT = "-"
PAGES = {".txt", ".html", ".htm"}  # one item a file
USUAL_BYTES = 4_000  # of a news item as a record


class NoSuchPath(ValueError):
    """An input that does not exist, said before anything starts."""


def files_in(inputs: Sequence[str]) -> list[str]:
    """Every file that the inputs name, folders and patterns resolved, sorted; raises NoSuchPath.

    Links to folders that were found, not named, stand in the list as they are: nothing is looked for behind them.
    """
    files: dict[str, None] = {}
    for name in inputs:
        found = [name] if name == STANDARD_INPUT else _remote(name) if "://" in name else _local(name)
        if not found:
            raise NoSuchPath(f"{name}: no such file, folder or pattern that matches one")
        files.update(dict.fromkeys(found))
    return list(files)


def expected_items(inputs: Sequence[str]) -> int:
    """About how many items the inputs hold, from the number and size of their files; 0 for standard input."""
    sizes = {name: Path(name).stat().st_size for name in files_in(inputs) if Path(name).is_file()}
    for address in (name for name in inputs if "://" in name):
        sizes |= byte_counts_at(address)
    return len(sizes) + sum(size // USUAL_BYTES for name, size in sizes.items() if bare_suffix(name) not in PAGES)


def _local(name: str) -> list[str]:
    path = Path(name)
    if path.is_dir():
        return _within(path)
    if path.exists():
        return [name]
    if not glob.has_magic(name):
        return []
    base, pattern = _taken_apart(name)
    try:  # pathlib's `**` does not follow links, where the module glob walks in circles
        matches = sorted(str(match) for match in base.glob(pattern) if not _is_hidden(match.relative_to(base)))
    except (ValueError, NotImplementedError) as error:
        raise NoSuchPath(f"{name}: {error}") from error
    return sorted(file for match in matches for file in ([match] if _is_linked_folder(match) else _local(match)))


def _within(folder: Path) -> list[str]:
    """The files of a folder and of those below it, and the links to folders; hidden ones are passed over."""
    found = [file for file in folder.rglob("*") if not _is_hidden(file.relative_to(folder))]
    return sorted(str(file) for file in found if _is_linked_folder(file) or not file.is_dir())


def _taken_apart(pattern: str) -> tuple[Path, str]:
    """The folder that a pattern starts from, and the rest of it."""
    parts = Path(pattern).parts
    plain = next(at for at, part in enumerate(parts) if glob.has_magic(part))
    return Path(*parts[:plain]), str(Path(*parts[plain:]))


def _remote(name: str) -> list[str]:
    try:
        return list(byte_counts_at(name))
    except Unreachable as error:
        raise NoSuchPath(str(error)) from error


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _is_linked_folder(path: str | Path) -> bool:
    return Path(path).is_symlink() and Path(path).is_dir()


def strangeness_of(path: str, inputs: Sequence[str]) -> tuple[str, str] | None:
    """Why a path that was found is not read, as a reason and its detail; null for a plain file of the inputs.

    What is sent in must not fetch files: a link counts as where it leads, whichever part of the path is one.
    """
    if "://" in path:
        return None
    if path not in inputs and Path(path).exists() and not _is_inside(path, inputs):
        return "outside_input", "a link to a file outside the inputs"
    if _is_linked_folder(path):
        return "linked_folder", "a link to a folder: name it as an input to have it read"
    return None if _is_plain_file(path) else ("not_a_file", "a device, pipe, socket or broken link")


def _is_inside(path: str, inputs: Sequence[str]) -> bool:
    target = Path(path).resolve()
    return any(target.is_relative_to(base) for base in _bases_of(tuple(inputs)))


@cache
def _bases_of(inputs: tuple[str, ...]) -> list[Path]:
    """Where the local inputs lie, links resolved: files, folders, and the folders that patterns start from."""
    local = [name for name in inputs if "://" not in name and name != STANDARD_INPUT]
    patterns = {name for name in local if glob.has_magic(name) and not Path(name).exists()}
    return [(_taken_apart(name)[0] if name in patterns else Path(name)).resolve() for name in local]


def _is_plain_file(path: str) -> bool:
    try:
        return stat.S_ISREG(Path(path).stat().st_mode)
    except OSError:
        return False
