"""Small memories and the database, damaged: what can be known again is, and what cannot is named with its remedy."""

import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipelines.prefect_server import PASSWORD, server_running
from tests.rows import database_of
from warehouse.condition import condition_of
from warehouse.feed_state import state_of, states_in
from warehouse.inbox import Inbox
from warehouse.journal import Journal
from warehouse.layout import make_current
from warehouse.notices import Outbox
from warehouse.scores import scores_in
from warehouse.sql import Refused, ask, read_whole
from warehouse.watches import found_by, watch_of

BROKEN = [b"", b"\xff\xfe\x00", b'{"half', b"[1, 2]\n", b"null\n", b'"words"\n', b"{}\n"]
NOW = datetime(2026, 5, 2, tzinfo=UTC)
FEED = "https://a.example/feed"


def files_of(root: Path) -> list[Path]:
    """Every small file that attest remembers something in."""
    (root / "in").mkdir(exist_ok=True)
    watch = watch_of("general_and_higher")
    found_by(watch, root / "attest.duckdb", root)
    names = [
        "outbox.jsonl",
        "scores.jsonl",
        "layout.json",
        "database.key",
        "inbox/taken.jsonl",
        "journal/2026-05.jsonl",
    ]
    return [root / "data" / name for name in names]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return database_of(tmp_path_factory.mktemp("sound"), {"documents": [{"title": "one"}]})


@pytest.mark.parametrize("content", BROKEN)
def test_a_damaged_memory_stops_nothing(content: bytes, database: Path, tmp_path: Path) -> None:
    shutil.copy(database, tmp_path)
    for path in [*files_of(tmp_path), tmp_path / "data" / "feeds" / "0123456789abcdef.json"]:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    asked: list[Callable[[], object]] = [
        lambda: Outbox(tmp_path).messages(),
        lambda: scores_in(tmp_path),
        lambda: make_current(tmp_path),
        lambda: Inbox(tmp_path / "in", tmp_path).look(NOW).ready,
        lambda: list(Journal(tmp_path).backwards()),
        lambda: states_in(tmp_path),
    ]
    assert [bool(ask_for()) for ask_for in asked] == [False] * len(asked)
    assert state_of(tmp_path, FEED).failures == 0
    assert condition_of(tmp_path, tmp_path / "in", NOW).row_counts["documents"] == 1


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda size: (0, size), "not a database that can be opened"),  # nothing of it is left
        (
            lambda size: (size // 2, size // 2),
            "not a database that can be opened|the file is damaged",
        ),  # its end is not
        (lambda _: (20_000, 8), "not a database that can be opened|the file is damaged"),  # a few bytes turned over
    ],
)
def test_a_damaged_database_is_named(
    damage: Callable[[int], tuple[int, int]], said: str, database: Path, tmp_path: Path
) -> None:
    database = Path(shutil.copy(database, tmp_path))
    content = bytearray(database.read_bytes())
    start, count = damage(len(content))
    content[start : start + count] = (
        bytes(byte ^ 0xFF for byte in content[start : start + count]) if count < 100 else b""
    )
    database.write_bytes(bytes(content))
    with pytest.raises(Refused, match=said) as raised:
        read_whole(database)
    assert "`attest build` makes it" in str(raised.value)


def test_a_question_that_is_wrong_is_no_damage(database: Path) -> None:
    read_whole(database)
    with pytest.raises(Refused) as raised:
        ask(database, "select corrupt from documents")
    assert "damaged" not in str(raised.value)


def test_a_password_that_a_full_disk_did_not_take_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipelines import prefect_server

    (tmp_path / "data").mkdir()
    (tmp_path / "data" / PASSWORD).write_bytes(b"")
    known = prefect_server._password(tmp_path)
    assert len(known) > 20
    assert prefect_server._password(tmp_path) == known
    assert (tmp_path / "data" / PASSWORD).stat().st_mode & 0o777 == 0o600
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:9/api")
    with server_running(tmp_path, 0) as address:  # a server that is named is left to whoever named it
        assert address == os.environ["PREFECT_API_URL"]
