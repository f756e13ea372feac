"""Fuzzing led by coverage, where atheris is installed; and its targets, which need nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.fuzz import target_of


@pytest.mark.parametrize("target", ["readers", "feeds", "text", "html"])
@pytest.mark.parametrize("content", [b"", b"\x00\xff", b"Ten officers defected.\n\n<p>Ten left.</p>"])
def test_every_target_takes_any_bytes(target: str, content: bytes, tmp_path: Path) -> None:
    assert target_of(target, tmp_path)(content) is None


def test_an_unknown_target_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="pictures"):
        target_of("pictures", tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("target", ["readers", "feeds", "text", "html"])
def test_a_thousand_inputs_fail_nowhere(target: str, tmp_path: Path) -> None:
    pytest.importorskip("atheris")
    words = [
        sys.executable,
        "-m",
        "tests.hostile.fuzz",
        target,
        "-runs=1000",
        "-seed=1",
        f"-artifact_prefix={tmp_path}/",
    ]
    ended = subprocess.run(words, capture_output=True, text=True, check=False)  # noqa: S603 - this project's own module
    assert ended.returncode == 0, ended.stderr[-2_000:]
    assert "Done 1000 runs" in ended.stderr
