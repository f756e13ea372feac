"""Readers: whoever asks while the database is published again and again sees one whole state, and no error."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.rows import database_of

READER = """
import sys
from pathlib import Path
from warehouse.sql import ask

database, enough = Path(sys.argv[1]), Path(sys.argv[2])
QUERY = '''
    select
        (select count(*) from documents) as documents,
        (select min(title) from documents) as first,
        (select max(title) from documents) as last,
        (select count(*) from search('state')) as found
'''
states = set()
while True:
    last = enough.exists()
    states.add(tuple(ask(database, QUERY).to_pylist()[0].values()))
    if last:
        break
print(sorted(states))
"""


def publish(folder: Path, number: int) -> Path:
    """A state in which every row says which it is, and whose number of rows says so too."""
    return database_of(folder, {"documents": [{"title": f"state {number:03}"} for _ in range(1 + number % 7)]})


@pytest.mark.parametrize("publications", [3, pytest.param(50, marks=pytest.mark.slow)])
def test_a_reader_in_a_loop_sees_whole_states_only(tmp_path: Path, publications: int) -> None:
    database, enough = publish(tmp_path, 0), tmp_path / "enough"
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", READER, str(database), str(enough)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as reader:
        for number in range(1, publications + 1):
            publish(tmp_path, number)
        enough.touch()
        said, failed = reader.communicate(timeout=120)
    assert (reader.returncode, failed) == (0, "")
    states = eval(said)  # noqa: S307 - what this test's own process printed
    whole = {(1 + number % 7, f"state {number:03}", f"state {number:03}") for number in range(publications + 1)}
    assert {state[:3] for state in states} <= whole
    assert len(states) > 1
    assert all(found in (0, count) for count, _, _, found in states)
