"""What the tests of faults share: disks of a few megabytes, and a ground of small pages with one Prefect server."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults.killing import Ground, ground_in

Mount = Callable[[str, str], Path]


@pytest.fixture
def mount(tmp_path: Path) -> Iterator[Mount]:
    """Mounts a disk in memory, by name and options; the test is skipped where that is not allowed."""
    mounted: list[Path] = []

    def mounting(name: str, options: str) -> Path:
        folder = tmp_path / name
        folder.mkdir()
        command = [shutil.which("mount") or "mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
        if os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode:  # noqa: S603
            pytest.skip("only root may mount a disk, and not in every container")
        mounted.append(folder)
        return folder

    yield mounting
    for folder in mounted:
        subprocess.run([shutil.which("umount") or "umount", str(folder)], check=True)  # noqa: S603


@pytest.fixture(scope="session")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    """A warehouse that shows half of its pages, and what it shows when all are read."""
    with ground_in(tmp_path_factory.mktemp("ground") / "ground", Path("warehouse").absolute() / "data") as made:
        yield made
