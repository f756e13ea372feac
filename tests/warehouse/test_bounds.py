"""Bounds: what asks for too much memory fails, and what cannot be interrupted is ended with its sentence."""

import resource
import subprocess
import sys

import pytest

from warehouse.bounds import STATM, bytes_of, held_to


@pytest.mark.parametrize(("size", "count"), [("500MB", 500_000_000), ("2GB", 2_000_000_000), ("1kb", 1000)])
def test_sizes(size: str, count: int) -> None:
    assert bytes_of(size) == count


@pytest.mark.skipif(not STATM.exists(), reason="the system does not say what a process holds")
def test_a_process_is_held_to_its_memory_and_released() -> None:
    before = resource.getrlimit(resource.RLIMIT_AS)
    with held_to(100_000_000), pytest.raises(MemoryError):
        bytearray(8_000_000_000)
    assert resource.getrlimit(resource.RLIMIT_AS) == before


def test_a_call_that_never_looks_up_is_ended() -> None:
    slow = "select levenshtein(repeat('a', 1_000_000), repeat('b', 1_000_000))"  # 10^12 steps in one call
    code = (
        "import duckdb; from warehouse.bounds import ended_after\n"
        f'with ended_after(0.5, "too long"): duckdb.connect().sql("{slow}").fetchall()'
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False)  # noqa: S603
    assert (ended.returncode, ended.stderr) == (1, "attest: too long\n")
